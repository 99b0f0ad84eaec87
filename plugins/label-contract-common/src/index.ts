/**
 * The label contract between the software catalog and Kubernetes: facts, rules, reports. Pure.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './claim/CatalogView';
export * from './claim/ClaimedEntity';
export * from './claim/EntityClaim';
export * from './claim/claimOfEntity';
export * from './facts/CompanionFacts';
export * from './facts/ContractMarks';
export * from './facts/ControllerRevisionFacts';
export * from './facts/CronJobFacts';
export * from './facts/DaemonSetFacts';
export * from './facts/DeploymentConfigFacts';
export * from './facts/DeploymentFacts';
export * from './facts/Facts';
export * from './facts/JobFacts';
export * from './facts/ManagerFacts';
export * from './facts/ObjectFacts';
export * from './facts/PlaceFacts';
export * from './facts/PodFacts';
export * from './facts/ReplicaSetFacts';
export * from './facts/RolloutFacts';
export * from './facts/StatefulSetFacts';
export * from './facts/TemplatedFacts';
export * from './facts/TroubleFacts';
export * from './facts/WorkloadFacts';
export * from './facts/WorkloadRef';
export * from './fix/Fix';
export * from './fix/applyFixToEntity';
export * from './fix/applyFixToFacts';
export { patchOfFix } from './fix/patchOfFix';
export type { MergePatch, MetadataPatch } from './fix/patchOfFix';
export * from './fix/renderCatalogFix';
export * from './fix/renderConfigFix';
export * from './fix/renderFix';
export * from './fix/renderPatchFile';
export * from './fix/renderRole';
export * from './fix/renderSourceFix';
export * from './fix/renderSync';
export * from './fleet/ClustersReport';
export * from './fleet/EntitySummary';
export * from './fleet/FleetQuery';
export * from './fleet/FleetReport';
export * from './fleet/SortKey';
export * from './fleet/UnclaimedReport';
export * from './fleet/compareSummaries';
export * from './fleet/contractStateOf';
export * from './fleet/createLikelyEntities';
export { facetsOfFleet } from './fleet/facetsOfFleet';
export * from './fleet/facetsOfUnclaimed';
export * from './fleet/filterFleet';
export * from './fleet/filterUnclaimed';
export * from './fleet/pageOf';
export * from './fleet/sortKeyOfUnclaimed';
export * from './fleet/summarizeEntity';
export * from './fleet/totalsOfFleet';
export * from './fleet/unclaimedWorkload';
export * from './gates/GateReport';
export * from './gates/KubernetesTabSettings';
export * from './gates/clustersOfClaims';
export type { HiddenBecause } from './gates/hiddenBecause';
export * from './gates/kindsAskedFor';
export { WATCHED_KINDS } from './gates/watchedApis';
export * from './logs/LogFinding';
export * from './logs/dependencyOfLogLines';
export * from './logs/mask/maskSecrets';
export * from './logs/placeOfHost';
export * from './match/FactsView';
export * from './match/HistoryView';
export * from './match/Level';
export * from './match/LevelLabel';
export * from './match/MatchedWorkload';
export * from './match/Sign';
export * from './match/WorkloadProgress';
export {
  hasOwnTemplate,
  levelLabelsOf,
  levelMarksOf,
} from './match/levelLabelsOf';
export type { LevelLabels } from './match/levelLabelsOf';
export * from './match/viewOnFacts';
export * from './permissions';
export * from './report/EntityHistory';
export * from './report/EntityReport';
export { clusterFreshness } from './report/clusterFreshness';
export * from './report/evaluateCluster';
export * from './report/evaluateEntity';
export { isReadInFull } from './report/isReadInFull';
export * from './report/withoutLogLines';
export * from './rules/Finding';
export * from './rules/NotCheckedReason';
export * from './selector/Selector';
export * from './selector/labelSyntax';
export * from './selector/matchesSelector';
export * from './selector/parseSelector';
export * from './wire';

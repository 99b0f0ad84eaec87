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
export * from './facts/DeploymentFacts';
export * from './facts/Facts';
export * from './facts/ObjectFacts';
export * from './facts/PodFacts';
export * from './facts/ReplicaSetFacts';
export * from './facts/WorkloadRef';
export * from './fix/Fix';
export * from './fix/applyFixToEntity';
export * from './fix/applyFixToFacts';
export * from './fix/renderCatalogFix';
export * from './fix/renderFix';
export * from './gates/GateReport';
export * from './gates/KubernetesTabSettings';
export * from './logs/LogFinding';
export * from './logs/dependencyOfLogLines';
export * from './logs/mask/maskSecrets';
export * from './logs/placeOfHost';
export * from './match/FactsView';
export * from './match/Level';
export * from './match/LevelLabel';
export * from './match/MatchedWorkload';
export * from './match/Sign';
export * from './permissions';
export * from './report/EntityReport';
export * from './match/Level';
export * from './report/evaluateEntity';
export * from './rules/Finding';
export * from './selector/Selector';
export * from './selector/labelSyntax';
export * from './selector/matchesSelector';
export * from './selector/parseSelector';
export * from './wire';

import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { Sign } from '../match/Sign';
import { RECOMMENDED } from './candidatesOf';
import { namesOf, Search } from './Search';

/** By which the Argo CD plugin finds the application of an entity. */
const ARGO_CD_APP_NAME = 'argocd/app-name';

const INSTANCE = 'app.kubernetes.io/instance';

/** Signs that a workload lives where the entity does, or says that it belongs to it. */
export function signsOfNearness(
  workload: WorkloadFacts,
  search: Search,
): Sign[] {
  const names = namesOf(search);
  return [
    ...signsOfPlace(workload, search),
    ...(names.includes(workload.name)
      ? [{ id: 'workload-named-so', name: workload.name } as const]
      : []),
    ...signsOfRecommendedLabels(workload.labels, names),
    ...signsOfApplication(workload, search),
  ];
}

/** Signs that the namespace is the entity's. */
export function signsOfPlace(
  { namespace }: WorkloadFacts,
  search: Search,
): Sign[] {
  const { entity, matched } = search;
  // A namespace of the same name on another cluster is the same team's.
  const isBesideMatched = matched.some(
    other => other.facts.namespace === namespace,
  );
  const signs: Sign[] = [];
  if (entity.claim.namespace === namespace || isBesideMatched) {
    signs.push({ id: 'same-namespace', namespace });
  }
  if (namesOf(search).includes(namespace)) {
    signs.push({ id: 'namespace-named-so', namespace });
  }
  return signs;
}

/** Recommended labels that hold one of the names. */
export function signsOfRecommendedLabels(
  labels: Labels,
  names: readonly string[],
): Sign[] {
  return RECOMMENDED.filter(key => names.includes(labels[key])).map(key => ({
    id: 'recommended-label',
    key,
    value: labels[key],
  }));
}

/** The entity itself names the Argo CD application that brings the workload. */
export function signsOfApplication(
  workload: WorkloadFacts,
  { entity }: Search,
): Sign[] {
  const named = entity.annotations[ARGO_CD_APP_NAME];
  const application = applicationOf(workload);
  // With applications in any namespace, Argo CD writes the namespace before the name.
  const isNamed =
    application !== undefined &&
    named !== undefined &&
    application.split(/[/_]/).at(-1) === named;
  return isNamed ? [{ id: 'entity-names-application', application }] : [];
}

/** A workload of the entity comes from the same Argo CD application, into the same namespace. */
export function signsOfSameApplication(
  workload: WorkloadFacts,
  { matched }: Search,
): Sign[] {
  const application = applicationOf(workload);
  return application !== undefined &&
    matched.some(
      other =>
        isBeside(workload, other) && applicationOf(other.facts) === application,
    )
    ? [{ id: 'same-application', application }]
    : [];
}

/** The release or application that a workload of the entity comes from, too: weak on its own. */
export function releaseInCommon(
  workload: WorkloadFacts,
  { matched }: Search,
): string | undefined {
  const instance = workload.labels[INSTANCE];
  const manager = managerKeyOf(workload);
  const beside = matched.filter(other => isBeside(workload, other));
  if (
    instance !== undefined &&
    beside.some(({ facts }) => facts.labels[INSTANCE] === instance)
  ) {
    return instance;
  }
  return manager !== undefined &&
    beside.some(({ facts }) => managerKeyOf(facts) === manager)
    ? workload.manager?.ref
    : undefined;
}

/** Whether a workload of the entity runs in the same namespace of the same cluster. */
export function isBeside(
  { cluster, namespace }: WorkloadFacts,
  { facts }: MatchedWorkload,
): boolean {
  return facts.cluster === cluster && facts.namespace === namespace;
}

function applicationOf({ manager }: WorkloadFacts): string | undefined {
  return manager?.tool === 'argo-cd' ? manager.ref : undefined;
}

function managerKeyOf({ manager }: WorkloadFacts): string | undefined {
  return manager && `${manager.tool} ${manager.ref}`;
}

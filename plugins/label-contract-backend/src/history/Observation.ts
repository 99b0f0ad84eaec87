import {
  Facts,
  hasOwnTemplate,
  isWorkloadKind,
  Labels,
  Level,
  levelLabelsOf,
  levelMarksOf,
  WorkloadFacts,
  WorkloadKind,
} from '@portal-operations/plugin-label-contract-common';

/** Something said of the labels of each level that a workload has; running pods are never remembered. */
export type ByLevel = Readonly<Partial<Record<Level, Labels>>>;

/** What a workload looked like at one moment, as far as history is concerned. */
export interface Observation {
  readonly cluster: string;
  readonly uid: string;
  readonly kind: WorkloadKind;
  readonly namespace: string;
  readonly name: string;
  /** Label keys that were looked at, sorted: of another one, nothing is known. */
  readonly keys: readonly string[];
  /** Values of those keys. */
  readonly labels: ByLevel;
  /** Field manager of those keys, where Kubernetes records it. */
  readonly managers: ByLevel;
}

/** Kinds that are workloads only where nothing controls them. */
const CONTROLLED: readonly WorkloadKind[] = [
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'Pod',
];

/**
 * Whether an object is remembered: a workload that stands for itself. What a controller makes comes and
 * goes by the thousands, and says nothing that the controller's own template does not say.
 */
export function isRemembered(facts: Facts): facts is WorkloadFacts {
  return (
    isWorkloadKind(facts) &&
    !(CONTROLLED.includes(facts.kind) && facts.controllerUid !== undefined)
  );
}

/** @param keys - label keys to look at, sorted. */
export function observationOf(
  workload: WorkloadFacts,
  keys: readonly string[],
): Observation {
  const { cluster, uid, kind, namespace, name } = workload;
  const labels = levelLabelsOf(workload);
  const marks = levelMarksOf(workload);
  // A workload without a template of its own is taken for it elsewhere; here each label counts once.
  const hasTemplate = hasOwnTemplate(workload);
  const of = (values: Labels | undefined) => pick(values, keys);
  return {
    cluster,
    uid,
    kind,
    namespace,
    name,
    keys,
    labels: {
      object: pick(labels.object, keys),
      ...(labels.jobTemplate && { 'job-template': of(labels.jobTemplate) }),
      ...(hasTemplate && { 'pod-template': of(labels.podTemplate) }),
    },
    managers: {
      object: of(marks.object?.labelManagers),
      'job-template': of(marks.jobTemplate?.labelManagers),
      'pod-template': of(marks.podTemplate?.labelManagers),
    },
  };
}

/** The keys that both looked at. */
export function commonKeys(a: Observation, b: Observation): readonly string[] {
  return a.keys === b.keys
    ? a.keys
    : a.keys.filter(key => b.keys.includes(key));
}

/** Whether two observations of a workload say the same of the keys that both looked at. */
export function looksTheSame(
  a: Observation | undefined,
  b: Observation | undefined,
): boolean {
  if (!a || !b) {
    return a === b;
  }
  return changedLabels(a.labels, b.labels, commonKeys(a, b)).length === 0;
}

/** A label of one level that is not what it was. */
export interface ChangedLabel {
  readonly level: Level;
  readonly key: string;
  readonly was?: string;
  readonly is?: string;
}

const LEVELS: readonly Level[] = ['object', 'job-template', 'pod-template'];

/** The labels that differ, level by level; of a level that only one of both has, nothing is said. */
export function changedLabels(
  before: ByLevel,
  after: ByLevel,
  keys: readonly string[],
): ChangedLabel[] {
  return LEVELS.flatMap(level => {
    const was = before[level];
    const is = after[level];
    return was && is
      ? keys
          .filter(key => was[key] !== is[key])
          .map(key => ({ level, key, was: was[key], is: is[key] }))
      : [];
  });
}

function pick(labels: Labels | undefined, keys: readonly string[]): Labels {
  const picked: Record<string, string> = {};
  for (const key of keys) {
    if (labels && Object.hasOwn(labels, key)) {
      picked[key] = labels[key];
    }
  }
  return picked;
}

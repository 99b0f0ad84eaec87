import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_NAMESPACE,
  Labels,
  PodFacts,
  WorkloadFacts,
  WorkloadKind,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload, Service, Term } from '../fleet/Fleet';
import { changePods } from '../fleet/kinds/makeDeployment';
import { makeEntity } from '../fleet/makeEntity';
import { refOf } from '../fleet/refOf';
import { ExpectedFinding } from './Mutation';
import { rollTemplate, runAgain } from './rollTemplate';

/** The fleet with one workload changed; it keeps its uid. */
export function changeWorkload(
  fleet: Fleet,
  uid: string,
  change: (workload: FleetWorkload) => FleetWorkload,
): Fleet {
  return {
    ...fleet,
    workloads: fleet.workloads.map(workload =>
      workload.top.uid === uid ? change(workload) : workload,
    ),
  };
}

/** The fleet with one service changed. */
export function changeService(
  fleet: Fleet,
  service: Service,
  change: (service: Service) => Service,
): Fleet {
  return {
    ...fleet,
    services: fleet.services.map(each =>
      refOf(each) === refOf(service) ? change(each) : each,
    ),
  };
}

/** The fleet with one more entity in its catalog, which claims nothing. */
export function addEntity(fleet: Fleet, kind: string, name: string): Fleet {
  return {
    ...fleet,
    services: [
      ...fleet.services,
      { entity: makeEntity({ kind, name }), claim: 'none', workloads: [] },
    ],
  };
}

/** The fleet without some workloads, and without what stands beside them. */
export function removeWorkloads(fleet: Fleet, uids: readonly string[]): Fleet {
  return {
    ...fleet,
    workloads: fleet.workloads.filter(({ top }) => !uids.includes(top.uid)),
    bystanders: fleet.bystanders.filter(
      ({ uid }) => !uids.some(each => uid.startsWith(`${each}/`)),
    ),
    services: fleet.services.map(service => ({
      ...service,
      workloads: service.workloads.filter(uid => !uids.includes(uid)),
    })),
  };
}

/** An entity with other annotations; those that are undefined go. */
export function withAnnotations(
  entity: Entity,
  change: Readonly<Record<string, string | undefined>>,
): Entity {
  const annotations: Record<string, string> = {};
  for (const [key, value] of Object.entries({
    ...entity.metadata.annotations,
    ...change,
  })) {
    if (value !== undefined) {
      annotations[key] = value;
    }
  }
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

/** Labels with one of them set, or removed. */
export function withLabel(
  labels: Labels,
  key: string,
  value: string | undefined,
): Labels {
  const others = Object.fromEntries(
    Object.entries(labels).filter(([other]) => other !== key),
  );
  return value === undefined ? others : { ...others, [key]: value };
}

/** The labels of the pods to come. */
export function templateLabelsOf(top: WorkloadFacts): Labels {
  return top.kind === 'Pod' ? top.labels : top.templateLabels;
}

/** The object of a workload with other labels; nothing else follows from that. */
export function relabelObject(
  workload: FleetWorkload,
  labels: Labels,
): FleetWorkload {
  return { ...workload, top: { ...workload.top, labels } };
}

/** The job template of a CronJob with other labels, and a Job that was made of it since. */
export function relabelJobTemplate(
  workload: FleetWorkload,
  labels: Labels,
): FleetWorkload {
  const { top, below } = workload;
  return top.kind === 'CronJob'
    ? { ...workload, ...runAgain({ ...top, jobTemplateLabels: labels }, below) }
    : workload;
}

/** All levels of a workload with other labels, rolled out to the end. */
export function relabelAll(
  workload: FleetWorkload,
  change: (labels: Labels) => Labels,
): FleetWorkload {
  const { top } = workload;
  // A job template without labels stays so, and hands on those of the pod template.
  const changed: WorkloadFacts =
    top.kind === 'CronJob' && Object.keys(top.jobTemplateLabels).length > 0
      ? { ...top, jobTemplateLabels: change(top.jobTemplateLabels) }
      : top;
  return rollTemplate(
    relabelObject({ ...workload, top: changed }, change(top.labels)),
    change(templateLabelsOf(top)),
  );
}

/** The pods that run, changed. */
export function changeRunningPods(
  workload: FleetWorkload,
  change: (pod: PodFacts, index: number) => PodFacts,
): FleetWorkload {
  const { top, below } = workload;
  if (top.kind === 'Pod') {
    return { ...workload, top: change(top, 0) };
  }
  let index = 0;
  return {
    ...workload,
    below: changePods(below, pod =>
      isRunning(pod) ? change(pod, (index += 1) - 1) : pod,
    ),
  };
}

/** The pods of a workload that run. */
export function runningPodsOf({ top, below }: FleetWorkload): PodFacts[] {
  return [top, ...below].filter(
    (each): each is PodFacts => each.kind === 'Pod' && isRunning(each),
  );
}

function isRunning({ isDeleting, phase }: PodFacts): boolean {
  return !isDeleting && phase === 'Running';
}

/** Whether the workload is of one of some kinds. */
export function isOfKind(
  { top }: FleetWorkload,
  ...kinds: readonly WorkloadKind[]
): boolean {
  return kinds.includes(top.kind);
}

/** Whether the tab has a row with pods for workloads of this kind. */
export function isDrawn(workload: FleetWorkload): boolean {
  return isOfKind(
    workload,
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'CronJob',
    'Rollout',
  );
}

/**
 * Whether it is known what another value leads to: nothing moves, and the API server lets the label be
 * changed. A hook comes and goes with a release, so nothing is ever said of it; nor is anything of what
 * somebody else's controller makes, or of a namespace that is being deleted. What was handed over may be
 * either entity's once its levels disagree.
 */
export function mayBeRelabelled(
  fleet: Fleet,
  { top, runs, changes }: FleetWorkload,
  { key }: Term,
): boolean {
  // The template of a Job cannot be changed, and of one that is over it does not matter.
  const isIdleJob = top.kind === 'Job' && top.activePods === 0;
  const isSelected =
    top.kind !== 'Pod' && top.selectorKeys?.includes(key) === true;
  return (
    (runs === 'healthy' || runs === 'nothing-running') &&
    changes === undefined &&
    !isIdleJob &&
    !isSelected &&
    !isEnding(fleet, top)
  );
}

/** Whether the namespace of a workload is being deleted. */
export function isEnding(fleet: Fleet, top: WorkloadFacts): boolean {
  return fleet.bystanders.some(
    each =>
      each.kind === 'Namespace' &&
      each.isTerminating &&
      each.cluster === top.cluster &&
      each.name === top.namespace,
  );
}

/** Whether an earlier revision of a workload carries a label. */
export function remembers({ below }: FleetWorkload, term: Term): boolean {
  return below.some(each => {
    const labels = 'templateLabels' in each ? each.templateLabels : each.labels;
    return each.kind !== 'Pod' && labels[term.key] === term.value;
  });
}

/** Services whose claim finds a workload by this label. */
export function claimantsOf(
  fleet: Fleet,
  uid: string,
  term: Term,
): readonly Service[] {
  return fleet.services.filter(
    service =>
      service.claim === 'sound' &&
      service.term?.key === term.key &&
      service.workloads.includes(uid),
  );
}

/** Services whose claim asks for this label in this namespace, deployed or not. */
export function servicesAskingFor(
  fleet: Fleet,
  term: Term,
  namespace: string,
): readonly Service[] {
  return fleet.services.filter(({ claim, entity, term: own }) => {
    const narrowed = entity.metadata.annotations?.[KUBERNETES_NAMESPACE];
    return (
      claim === 'sound' &&
      own?.key === term.key &&
      own.value === term.value &&
      (!narrowed || narrowed === namespace)
    );
  });
}

/** Whether any entity claims this value, soundly or not, or any Component is called so. */
export function isTaken(fleet: Fleet, value: string): boolean {
  return fleet.services.some(
    ({ term, entity }) =>
      term?.value === value || entity.metadata.name === value,
  );
}

/** The same finding for each of several services. */
export function expectFor(
  services: readonly Service[],
  finding: Omit<ExpectedFinding, 'entityRef'>,
): ExpectedFinding[] {
  return services.map(service => ({ entityRef: refOf(service), ...finding }));
}

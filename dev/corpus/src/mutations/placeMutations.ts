import {
  KUBERNETES_ID,
  Labels,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload } from '../fleet/Fleet';
import { makeRevision } from '../fleet/kinds/makeDeployment';
import {
  makeControllerRevision,
  makePodsOf,
  nameOfRevision,
} from '../fleet/kinds/makeStatefulSet';
import { makeCompanions } from '../fleet/makeCompanions';
import {
  changeWorkload,
  claimantsOf,
  expectFor,
  mayBeRelabelled,
  templateLabelsOf,
  withLabel,
} from './changeFleet';
import { ExpectedFinding, Mutation } from './Mutation';

/** Something about a workload is wrong besides the values of its labels. */
function breakAround(options: {
  name: string;
  level?: Mutation['level'];
  needsQuietNamespace?: boolean;
  finding: Pick<ExpectedFinding, 'rule' | 'severity'>;
  /** Undefined where that cannot happen to such a workload. */
  change: (workload: FleetWorkload) => FleetWorkload | undefined;
  around?: (fleet: Fleet, workload: FleetWorkload) => Fleet;
}): Mutation {
  const { name, level = 'both', finding, change, around } = options;
  return {
    name,
    part: 'labels',
    level,
    needsQuietNamespace: options.needsQuietNamespace,
    apply({ fleet, target }) {
      const { term } = target;
      const { uid } = target.workload.top;
      const workload = fleet.workloads.find(({ top }) => top.uid === uid);
      const isById =
        term.key === KUBERNETES_ID &&
        workload?.top.labels[term.key] === term.value;
      const changed =
        workload && isById && mayBeRelabelled(fleet, workload, term)
          ? change(workload)
          : undefined;
      if (!workload || !changed) {
        return undefined;
      }
      const broken = changeWorkload(fleet, uid, () => changed);
      return {
        fleet: around ? around(broken, workload) : broken,
        expected: expectFor(claimantsOf(fleet, uid, term), {
          ...finding,
          subject: uid,
          evidence: 'exact',
          owner: 'ops',
        }),
      };
    },
  };
}

/** The label of the object stands under its annotations instead. */
function objectAnnotated({
  top,
  ...workload
}: FleetWorkload): FleetWorkload | undefined {
  if (top.kind === 'Pod') {
    return undefined;
  }
  return {
    ...workload,
    top: {
      ...top,
      labels: withLabel(top.labels, KUBERNETES_ID, undefined),
      marks: annotated(top.labels),
    },
  };
}

/** As {@link objectAnnotated}, of the pod template; its pods have no label then. */
function templateAnnotated({
  top,
  below,
  ...workload
}: FleetWorkload): FleetWorkload | undefined {
  if (top.kind !== 'Deployment' || top.isPaused) {
    return undefined;
  }
  const labels = withLabel(top.templateLabels, KUBERNETES_ID, undefined);
  const changed = {
    ...top,
    templateLabels: labels,
    templateMarks: annotated(top.templateLabels),
  };
  return {
    ...workload,
    top: changed,
    below: makeRevision({
      top: changed,
      number: 1,
      labels,
      pods: top.desiredReplicas,
    }),
  };
}

function annotated(labels: Labels) {
  return { annotations: { [KUBERNETES_ID]: labels[KUBERNETES_ID] } };
}

/** The labels that pods had before somebody put the template right. */
function yesterdays(top: WorkloadFacts): Labels {
  return withLabel(templateLabelsOf(top), KUBERNETES_ID, 'zebra-crossing');
}

/** The template was put right while the rollout of a Deployment is paused. */
function heldByPause({
  top,
  ...workload
}: FleetWorkload): FleetWorkload | undefined {
  if (top.kind !== 'Deployment' || top.desiredReplicas === 0) {
    return undefined;
  }
  const changed = { ...top, isPaused: true, updatedReplicas: 0 };
  const pods = top.desiredReplicas;
  return {
    ...workload,
    top: { ...changed, replicas: pods },
    below: [
      ...makeRevision({
        top: changed,
        number: 1,
        labels: yesterdays(top),
        pods,
      }),
      ...makeRevision({
        top: changed,
        number: 2,
        labels: top.templateLabels,
        pods: 0,
      }),
    ],
  };
}

/** The template was put right, and pods are replaced only when somebody deletes them. */
function heldByOnDelete({
  top,
  ...workload
}: FleetWorkload): FleetWorkload | undefined {
  if (
    (top.kind !== 'StatefulSet' && top.kind !== 'DaemonSet') ||
    top.desiredReplicas === 0
  ) {
    return undefined;
  }
  const old = makeControllerRevision({
    top,
    number: 1,
    labels: yesterdays(top),
  });
  return {
    ...workload,
    top: {
      ...top,
      ...(top.kind === 'StatefulSet' && {
        partition: undefined,
        updateRevision: nameOfRevision(top.name, 2),
      }),
      updateStrategy: 'OnDelete' as const,
      updatedReplicas: 0,
    },
    below: [
      old,
      makeControllerRevision({ top, number: 2, labels: top.templateLabels }),
      ...makePodsOf({ top, revision: old, replicas: top.desiredReplicas }),
    ],
  };
}

/** The template was put right, and the partition keeps all pods but the last as they were. */
function heldByPartition({
  top,
  ...workload
}: FleetWorkload): FleetWorkload | undefined {
  if (top.kind !== 'StatefulSet' || top.desiredReplicas < 2) {
    return undefined;
  }
  const replicas = top.desiredReplicas;
  const old = makeControllerRevision({
    top,
    number: 1,
    labels: yesterdays(top),
  });
  const newest = makeControllerRevision({
    top,
    number: 2,
    labels: top.templateLabels,
  });
  return {
    ...workload,
    top: {
      ...top,
      updateStrategy: 'RollingUpdate' as const,
      partition: replicas - 1,
      updateRevision: newest.name,
      updatedReplicas: 1,
    },
    below: [
      old,
      newest,
      ...makePodsOf({ top, revision: old, replicas }).slice(0, -1),
      ...makePodsOf({ top, revision: newest, replicas }).slice(-1),
    ],
  };
}

const pods = { rule: 'pods-follow-template', severity: 'error' } as const;
const annotation = { rule: 'label-is-a-label', severity: 'error' } as const;

/** Labels that stand in the wrong place, or did not get where they should. */
export const placeMutations: readonly Mutation[] = [
  breakAround({
    name: 'the label of the object is an annotation',
    level: 'object',
    finding: annotation,
    change: objectAnnotated,
  }),
  breakAround({
    name: 'the label of the template is an annotation',
    level: 'pod-template',
    finding: annotation,
    change: templateAnnotated,
  }),
  breakAround({
    name: 'the label is in spec.selector',
    finding: { rule: 'label-outside-selector', severity: 'warning' },
    change: workload =>
      ['Deployment', 'StatefulSet', 'DaemonSet'].includes(workload.top.kind)
        ? {
            ...workload,
            top: { ...workload.top, selectorKeys: ['app', KUBERNETES_ID] },
          }
        : undefined,
  }),
  breakAround({
    name: 'pods of yesterday, for the rollout is paused',
    finding: pods,
    change: heldByPause,
  }),
  breakAround({
    name: 'pods of yesterday, for they go only when deleted',
    finding: pods,
    change: heldByOnDelete,
  }),
  breakAround({
    name: 'pods of yesterday, for the partition holds them',
    finding: pods,
    change: heldByPartition,
  }),
  breakAround({
    name: 'Service and Ingress without label',
    // Beside anything worse it is not said.
    needsQuietNamespace: true,
    finding: { rule: 'companions-labelled', severity: 'info' },
    change: workload => workload,
    around: (fleet, workload) => ({
      ...fleet,
      bystanders: [
        ...fleet.bystanders.filter(
          ({ uid }) => !uid.startsWith(`${workload.top.uid}/`),
        ),
        ...makeCompanions(workload, {}),
      ],
    }),
  }),
];

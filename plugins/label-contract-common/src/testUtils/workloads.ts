import { ControllerRevisionFacts } from '../facts/ControllerRevisionFacts';
import { CronJobFacts } from '../facts/CronJobFacts';
import { DaemonSetFacts } from '../facts/DaemonSetFacts';
import { DeploymentConfigFacts } from '../facts/DeploymentConfigFacts';
import { JobFacts } from '../facts/JobFacts';
import { RolloutFacts } from '../facts/RolloutFacts';
import { StatefulSetFacts } from '../facts/StatefulSetFacts';
import { WorkloadFacts, WorkloadKind } from '../facts/WorkloadFacts';

/** What a builder has to be told, and what it may be told. */
type Say<F extends WorkloadFacts> = Partial<Omit<F, 'kind'>> & {
  readonly name: string;
};

/** A StatefulSet of one ready pod; say only what matters. */
export function aStatefulSet(facts: Say<StatefulSetFacts>): StatefulSetFacts {
  return {
    ...replicated('StatefulSet', facts),
    updateStrategy: 'RollingUpdate',
    ...facts,
  };
}

/** A DaemonSet of one ready pod; say only what matters. */
export function aDaemonSet(facts: Say<DaemonSetFacts>): DaemonSetFacts {
  return {
    ...replicated('DaemonSet', facts),
    updateStrategy: 'RollingUpdate',
    ...facts,
  };
}

/** An Argo Rollout of one ready pod; say only what matters. */
export function aRollout(facts: Say<RolloutFacts>): RolloutFacts {
  return { ...replicated('Rollout', facts), ...facts };
}

/** A DeploymentConfig of one ready pod; say only what matters. */
export function aDeploymentConfig(
  facts: Say<DeploymentConfigFacts>,
): DeploymentConfigFacts {
  return { ...replicated('DeploymentConfig', facts), ...facts };
}

/** A CronJob between two runs, whose Jobs have the labels of its pod template; say only what matters. */
export function aCronJob(facts: Say<CronJobFacts>): CronJobFacts {
  return {
    ...templated('CronJob', facts),
    jobTemplateLabels: facts.templateLabels ?? {},
    isSuspended: false,
    ...facts,
  };
}

/** A Job with one pod that runs, of a CronJob or of nobody; say only what matters. */
export function aJob(facts: Say<JobFacts>, cronJob?: CronJobFacts): JobFacts {
  return {
    ...templated('Job', facts),
    ...(cronJob && {
      cluster: cronJob.cluster,
      namespace: cronJob.namespace,
      labels: cronJob.jobTemplateLabels,
      templateLabels: cronJob.templateLabels,
      controllerUid: cronJob.uid,
      controllerKind: cronJob.kind,
    }),
    isSuspended: false,
    desiredReplicas: 1,
    activePods: 1,
    readyReplicas: 1,
    createdAt: '2026-01-01T09:00:00Z',
    ...facts,
  };
}

/** One revision of a StatefulSet or DaemonSet. */
export function aControllerRevision(
  owner: StatefulSetFacts | DaemonSetFacts,
  facts: Partial<ControllerRevisionFacts> = {},
): ControllerRevisionFacts {
  const revision = facts.revision ?? 1;
  return {
    kind: 'ControllerRevision',
    cluster: owner.cluster,
    namespace: owner.namespace,
    name: `${owner.name}-${revision}`,
    uid: `${owner.uid}-${revision}`,
    labels: owner.templateLabels,
    controllerUid: owner.uid,
    controllerKind: owner.kind,
    revision,
    ...facts,
  };
}

function replicated<K extends WorkloadKind>(
  kind: K,
  facts: {
    readonly name: string;
    readonly cluster?: string;
    readonly desiredReplicas?: number;
  },
) {
  const desiredReplicas = facts.desiredReplicas ?? 1;
  return {
    ...templated(kind, facts),
    desiredReplicas,
    updatedReplicas: desiredReplicas,
    readyReplicas: desiredReplicas,
    replicas: desiredReplicas,
    isObserved: true,
  };
}

function templated<K extends WorkloadKind>(
  kind: K,
  facts: { readonly name: string; readonly cluster?: string },
) {
  const { name, cluster = 'prod-east' } = facts;
  return {
    kind,
    cluster,
    namespace: 'payments-team',
    uid: `${kind.toLowerCase()}-${cluster}-${name}`,
    labels: {},
    templateLabels: {},
    isOptedOut: false,
  };
}

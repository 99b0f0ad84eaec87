import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  KUBERNETES_NAMESPACE,
  Labels,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload, Service, Term } from '../fleet/Fleet';
import { makeEntity } from '../fleet/FleetBuilder';
import { makeRevision } from '../fleet/makeWorkload';
import { ExpectedFinding } from './Mutation';

/** The ref of a service's entity. */
export function refOf(service: Service): string {
  return stringifyEntityRef(service.entity);
}

/** The fleet with one workload changed; it keeps its uid. */
export function changeWorkload(
  fleet: Fleet,
  uid: string,
  change: (workload: FleetWorkload) => FleetWorkload,
): Fleet {
  return {
    ...fleet,
    workloads: fleet.workloads.map(workload =>
      workload.deployment.uid === uid ? change(workload) : workload,
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

/** The object of a workload with other labels; nothing else follows from that. */
export function relabelObject(
  workload: FleetWorkload,
  labels: Labels,
): FleetWorkload {
  return { ...workload, deployment: { ...workload.deployment, labels } };
}

/**
 * Another pod template, rolled out to the end: a new revision runs, and the earlier ones stay at zero
 * with the labels that they had.
 */
export function rollTemplate(
  workload: FleetWorkload,
  labels: Labels,
): FleetWorkload {
  const { deployment, revisions } = workload;
  const number =
    1 +
    Math.max(0, ...revisions.map(({ replicaSet }) => replicaSet.revision ?? 0));
  const changed = { ...deployment, templateLabels: labels };
  return {
    ...workload,
    deployment: changed,
    revisions: [
      ...revisions.map(({ replicaSet }) => ({
        replicaSet: { ...replicaSet, desiredReplicas: 0 },
        pods: [],
      })),
      makeRevision({
        deployment: changed,
        number,
        labels,
        pods: deployment.desiredReplicas,
      }),
    ],
  };
}

/** Only the newest revision, as with `revisionHistoryLimit: 0`. */
export function forgetHistory(workload: FleetWorkload): FleetWorkload {
  return { ...workload, revisions: workload.revisions.slice(-1) };
}

/** Whether nothing moves: only then it is known what a change of the template leads to. */
export function isSettled({ runs }: FleetWorkload): boolean {
  return runs === 'healthy' || runs === 'nothing-running';
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

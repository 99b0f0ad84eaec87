import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, minutesAgo, Service } from '../fleet/Fleet';
import { forbiddenWorkloadKinds, isKnown, isLive } from '../fleet/makeCluster';
import { makeEntity } from '../fleet/makeEntity';
import { refOf } from '../fleet/refOf';
import {
  changeService,
  changeWorkload,
  claimantsOf,
  expectFor,
  isDrawn,
  isEnding,
  mayBeRelabelled,
  relabelAll,
  removeWorkloads,
  servicesAskingFor,
  withAnnotations,
  withLabel,
} from './changeFleet';
import { ExpectedFinding, Mutation, Target } from './Mutation';

/** Whether everything is read that could hold what an entity misses. */
function isEverythingRead(fleet: Fleet): boolean {
  return fleet.clusters.every(
    cluster =>
      isLive(cluster) &&
      forbiddenWorkloadKinds(cluster).length === 0 &&
      isKnown(cluster, 'Namespace'),
  );
}

/** Whether a Component claims by the plain id, and nobody else finds its workloads. */
function isPlain(fleet: Fleet, { service, term, workload }: Target): boolean {
  return (
    !isEnding(fleet, workload.top) &&
    service.entity.kind === 'Component' &&
    service.entity.metadata.annotations?.[KUBERNETES_ID] === term.value &&
    service.entity.metadata.annotations?.[KUBERNETES_LABEL_SELECTOR] ===
      undefined &&
    service.workloads.every(uid => claimantsOf(fleet, uid, term).length === 1)
  );
}

function isNamedSo({ service, term }: Target): boolean {
  return service.entity.metadata.name === term.value;
}

/** Another Component that claims exactly the same. */
function copyOf(service: Service): Service {
  const { entity } = service;
  const name = `${entity.metadata.name}-copy`;
  return {
    ...service,
    entity: { ...entity, metadata: { ...entity.metadata, name } },
  };
}

/** A finding about an entity; `error`, and for the catalog, where not said. */
function about(
  service: Service,
  finding: Pick<ExpectedFinding, 'rule'> & Partial<ExpectedFinding>,
): ExpectedFinding[] {
  return expectFor([service], {
    subject: refOf(service),
    severity: 'error',
    evidence: 'exact',
    owner: 'catalog',
    ...finding,
  });
}

/** All workloads of a service are gone. */
function removeAll(options: {
  name: string;
  lifecycle?: string;
  /** Whether somebody remembers that there were some. */
  isRemembered: boolean;
  severity: ExpectedFinding['severity'];
}): Mutation {
  const { name, lifecycle = 'production', isRemembered, severity } = options;
  return {
    name,
    part: 'labels',
    level: 'both',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { service } = target;
      if (!isEverythingRead(fleet) || !isPlain(fleet, target)) {
        return undefined;
      }
      const lastMatched = {
        until: minutesAgo(40),
        workloads: service.workloads.length,
      };
      const removed = changeService(
        removeWorkloads(fleet, service.workloads),
        service,
        each => ({
          ...each,
          workloads: [],
          entity: {
            ...each.entity,
            spec: { ...each.entity.spec, lifecycle },
          },
          ...(isRemembered && { lastMatched }),
        }),
      );
      // A twin that the claim leaves out is another matter.
      return removed.workloads.some(
        ({ top }) => top.labels[target.term.key] === target.term.value,
      )
        ? undefined
        : {
            fleet: removed,
            expected: about(service, {
              rule: 'claim-finds-workloads',
              severity,
              owner: 'team',
            }),
          };
    },
  };
}

/** Breaks between an entity, the others, and everything that runs. */
export const entityMutations: readonly Mutation[] = [
  {
    name: 'the claim is gone, the workloads carry the name of the entity',
    part: 'claim',
    apply({ fleet, target }) {
      const { service } = target;
      if (!isPlain(fleet, target) || !isNamedSo(target)) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          claim: 'none',
          workloads: [],
          entity: withAnnotations(each.entity, { [KUBERNETES_ID]: undefined }),
        })),
        expected: about(service, { rule: 'claim-present' }),
      };
    },
  },
  {
    name: 'the annotation of the entity is a label',
    part: 'claim',
    apply({ fleet, target }) {
      const { service, term } = target;
      // One that is named as its label would be told that it claims nothing.
      if (!isPlain(fleet, target) || isNamedSo(target)) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => {
          const entity = withAnnotations(each.entity, {
            [KUBERNETES_ID]: undefined,
          });
          return {
            ...each,
            claim: 'none',
            workloads: [],
            entity: {
              ...entity,
              metadata: {
                ...entity.metadata,
                labels: { [KUBERNETES_ID]: term.value },
              },
            },
          };
        }),
        expected: about(service, { rule: 'label-is-a-label' }),
      };
    },
  },
  {
    name: 'a second Component claims the same, and is not named so',
    part: 'claim',
    apply({ fleet, target }) {
      const { service } = target;
      if (!isPlain(fleet, target) || !isNamedSo(target)) {
        return undefined;
      }
      const second = copyOf(service);
      return {
        fleet: { ...fleet, services: [...fleet.services, second] },
        expected: about(second, { rule: 'claim-unique' }),
      };
    },
  },
  {
    name: 'two Components claim the same, and neither is named so',
    part: 'claim',
    apply({ fleet, target }) {
      const { service } = target;
      if (!isPlain(fleet, target) || isNamedSo(target)) {
        return undefined;
      }
      const second = copyOf(service);
      return {
        fleet: { ...fleet, services: [...fleet.services, second] },
        expected: [service, second].flatMap(each =>
          about(each, { rule: 'claim-unique' }),
        ),
      };
    },
  },
  {
    name: 'the claim was renamed, and the workloads were not',
    part: 'claim',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { service, term } = target;
      if (!isPlain(fleet, target) || !isEverythingRead(fleet)) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          term: undefined,
          // They belong to it all the same.
          pastClaims: [
            {
              query: `${term.key}=${term.value}`,
              id: term.value,
              until: minutesAgo(90),
            },
          ],
          entity: withAnnotations(each.entity, {
            [KUBERNETES_ID]: 'walrus-service',
          }),
        })),
        expected: about(service, { rule: 'claim-kept' }),
      };
    },
  },
  removeAll({
    name: 'all workloads of a service in production are deleted',
    isRemembered: true,
    severity: 'error',
  }),
  removeAll({
    name: 'all workloads of a service of unknown lifecycle are deleted',
    lifecycle: 'deprecated',
    isRemembered: true,
    severity: 'warning',
  }),
  removeAll({
    name: 'the claim of a service in production finds nothing, and never did',
    isRemembered: false,
    severity: 'warning',
  }),
  {
    name: 'the annotation is on the API, and not on its Component',
    part: 'claim',
    apply({ fleet, target }) {
      const { service, term } = target;
      const { name } = service.entity.metadata;
      const isTaken = fleet.services.some(
        ({ entity }) => entity.kind === 'API' && entity.metadata.name === name,
      );
      if (!isPlain(fleet, target) || isTaken) {
        return undefined;
      }
      const made = makeEntity({ name, kind: 'API', term });
      const api: Service = {
        ...service,
        entity: {
          ...made,
          relations: [
            ...(made.relations ?? []),
            { type: 'apiProvidedBy', targetRef: refOf(service) },
          ],
        },
      };
      const without = changeService(fleet, service, each => ({
        ...each,
        claim: 'none',
        workloads: [],
        entity: withAnnotations(each.entity, { [KUBERNETES_ID]: undefined }),
      }));
      const narrowed =
        service.entity.metadata.annotations?.[KUBERNETES_NAMESPACE];
      return narrowed
        ? undefined
        : {
            fleet: { ...without, services: [...without.services, api] },
            expected: about(api, {
              rule: 'claim-on-component',
              severity: 'info',
            }),
          };
    },
  },
  {
    name: 'selector that names a version',
    part: 'claim',
    apply({ fleet, target }) {
      const { service, term } = target;
      const version = 'app.kubernetes.io/version';
      const own = fleet.workloads.filter(({ top }) =>
        service.workloads.includes(top.uid),
      );
      if (
        !isPlain(fleet, target) ||
        !own.every(workload => mayBeRelabelled(fleet, workload, term))
      ) {
        return undefined;
      }
      const labelled = own.reduce(
        (result, { top }) =>
          changeWorkload(result, top.uid, workload =>
            relabelAll(workload, labels => withLabel(labels, version, '2.4.1')),
          ),
        fleet,
      );
      return {
        fleet: changeService(labelled, service, each => ({
          ...each,
          entity: withAnnotations(each.entity, {
            [KUBERNETES_ID]: undefined,
            [KUBERNETES_LABEL_SELECTOR]: `${term.key}=${term.value},${version}=2.4.1`,
          }),
        })),
        expected: about(service, {
          rule: 'claim-selector-stable',
          severity: 'warning',
        }),
      };
    },
  },
  {
    name: 'selector on the label by which Argo CD tracks',
    part: 'claim',
    apply({ fleet, target }) {
      const { service } = target;
      const instance = 'app.kubernetes.io/instance';
      const own = fleet.workloads.filter(({ top }) =>
        service.workloads.includes(top.uid),
      );
      const [value, ...others] = new Set(
        own.map(({ top }) =>
          top.manager?.tool === 'argo-cd' ? top.labels[instance] : undefined,
        ),
      );
      if (!isPlain(fleet, target) || !value || others.length > 0) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          term: { key: instance, value },
          entity: withAnnotations(each.entity, {
            [KUBERNETES_ID]: undefined,
            [KUBERNETES_LABEL_SELECTOR]: `${instance}=${value}`,
          }),
        })),
        expected: about(service, {
          rule: 'claim-selector-stable',
          severity: 'warning',
        }),
      };
    },
  },
  {
    name: 'claim narrowed to a namespace where others live',
    part: 'claim',
    needsQuietNamespace: true,
    apply({ fleet, target, random }) {
      const { service, term, workload } = target;
      const own = fleet.workloads
        .map(({ top }) => top)
        .filter(({ uid }) => service.workloads.includes(uid))
        .map(({ namespace }) => namespace);
      const others = fleet.bystanders
        .filter(each => each.kind === 'Namespace' && !each.isTerminating)
        .map(({ name }) => name)
        .filter(name => !own.includes(name) && /-team$/.test(name));
      if (
        !isPlain(fleet, target) ||
        !mayBeRelabelled(fleet, workload, term) ||
        !isEverythingRead(fleet) ||
        others.length === 0
      ) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          // They belong to it all the same.
          entity: withAnnotations(each.entity, {
            [KUBERNETES_NAMESPACE]: random.pick(others),
          }),
        })),
        expected: about(service, { rule: 'label-in-claimed-place' }),
      };
    },
  },
  {
    name: 'claim narrowed to a namespace that does not exist',
    part: 'claim',
    apply({ fleet, target }) {
      const { service } = target;
      if (!isPlain(fleet, target) || !isEverythingRead(fleet)) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          workloads: [],
          entity: withAnnotations(each.entity, {
            [KUBERNETES_NAMESPACE]: 'nowhere',
          }),
        })),
        expected: about(service, { rule: 'claim-in-existing-place' }),
      };
    },
  },
  {
    name: 'a workload was taken over by a service of somebody else',
    part: 'labels',
    level: 'both',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { service, term, workload } = target;
      const { uid, namespace } = workload.top;
      const taker = { key: KUBERNETES_ID, value: 'walrus-service' };
      if (
        !isPlain(fleet, target) ||
        service.workloads.length < 2 ||
        !isDrawn(workload) ||
        servicesAskingFor(fleet, taker, namespace).length > 0 ||
        !mayBeRelabelled(fleet, workload, term)
      ) {
        return undefined;
      }
      const levels = ['object', 'pod-template'] as const;
      const taken = changeWorkload(fleet, uid, each => ({
        ...relabelAll(each, labels => withLabel(labels, term.key, taker.value)),
        changes: levels.map(level => ({
          level,
          key: term.key,
          was: term.value,
          is: taker.value,
          between: { from: minutesAgo(30), to: minutesAgo(30) },
          manager: 'kubectl-label',
        })),
      }));
      const without = changeService(taken, service, each => ({
        ...each,
        workloads: each.workloads.filter(other => other !== uid),
      }));
      const other: Service = {
        entity: makeEntity({
          name: taker.value,
          term: taker,
          owner: 'other-team',
        }),
        claim: 'sound',
        term: taker,
        workloads: [uid],
      };
      return {
        fleet: { ...without, services: [...without.services, other] },
        expected: about(service, { rule: 'label-kept', owner: 'ops' }),
        // Once it is given back.
        hidden: about(other, {
          rule: 'claim-finds-workloads',
          severity: 'warning',
          owner: 'team',
        }),
      };
    },
  },
];

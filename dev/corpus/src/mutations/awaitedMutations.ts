import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
} from '@portal-operations/plugin-label-contract-common';
import { makeEntity } from '../fleet/FleetBuilder';
import { Service } from '../fleet/Fleet';
import {
  changeService,
  expectFor,
  refOf,
  withAnnotations,
} from './changeFleet';
import { Mutation } from './Mutation';
import { narrowTo } from './narrowTo';

/**
 * Breaks that the contract names and that no rule finds yet: they are done, printed and counted apart.
 * Once the rule is there, `awaits` goes, and the mutation moves to the others of its part.
 */
export const awaitedMutations: readonly Mutation[] = [
  narrowTo({
    name: 'claim narrowed to a namespace that does not exist',
    namespace: 'nowhere',
    awaits: 'claim-in-existing-place, where no such namespace exists',
  }),
  {
    name: 'a second Component claims the same',
    part: 'claim',
    awaits: 'claim-unique',
    apply({ fleet, target: { service, term } }) {
      if (
        term.key !== KUBERNETES_ID ||
        service.entity.metadata.name !== term.value
      ) {
        return undefined;
      }
      const second: Service = {
        ...service,
        entity: makeEntity({ name: `${term.value}-copy`, term }),
      };
      return {
        fleet: { ...fleet, services: [...fleet.services, second] },
        expected: expectFor([second], {
          rule: 'claim-unique',
          subject: refOf(second),
          severity: 'error',
          evidence: 'exact',
          owner: 'catalog',
        }),
      };
    },
  },
  {
    name: 'the claim is gone, the workloads carry the name of the entity',
    part: 'claim',
    awaits: 'claim-present',
    apply({ fleet, target: { service, term } }) {
      if (
        term.key !== KUBERNETES_ID ||
        service.entity.metadata.name !== term.value
      ) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          claim: 'none',
          workloads: [],
          entity: withAnnotations(each.entity, {
            [KUBERNETES_ID]: undefined,
            [KUBERNETES_LABEL_SELECTOR]: undefined,
          }),
        })),
        expected: expectFor([service], {
          rule: 'claim-present',
          subject: refOf(service),
          severity: 'error',
          evidence: 'exact',
          owner: 'catalog',
        }),
      };
    },
  },
  {
    name: 'all workloads of a service in production are deleted',
    part: 'labels',
    awaits: 'claim-finds-workloads',
    apply({ fleet, target: { service } }) {
      const isRead = fleet.clusters.every(
        ({ watches }) => watches.Pod.kind === 'live',
      );
      const isShared = fleet.services.some(
        other =>
          refOf(other) !== refOf(service) &&
          other.workloads.some(uid => service.workloads.includes(uid)),
      );
      if (!isRead || isShared) {
        return undefined;
      }
      return {
        fleet: {
          ...changeService(fleet, service, each => ({
            ...each,
            workloads: [],
          })),
          workloads: fleet.workloads.filter(
            ({ deployment }) => !service.workloads.includes(deployment.uid),
          ),
        },
        expected: expectFor([service], {
          rule: 'claim-finds-workloads',
          subject: refOf(service),
          severity: 'warning',
          evidence: 'exact',
          owner: 'team',
        }),
      };
    },
  },
];

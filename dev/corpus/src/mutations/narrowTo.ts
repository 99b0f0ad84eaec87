import { KUBERNETES_NAMESPACE } from '@portal-operations/plugin-label-contract-common';
import { refOf } from '../fleet/refOf';
import { changeService, expectFor, withAnnotations } from './changeFleet';
import { Mutation } from './Mutation';

/** The claim is narrowed to a namespace in which nothing can be, so it finds nothing. */
export function narrowTo(options: {
  name: string;
  namespace: string;
  awaits?: string;
}): Mutation {
  const { name, namespace, awaits } = options;
  return {
    name,
    part: 'claim',
    awaits,
    apply({ fleet, target: { service } }) {
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          claim: 'broken',
          entity: withAnnotations(each.entity, {
            [KUBERNETES_NAMESPACE]: namespace,
          }),
        })),
        expected: expectFor([service], {
          rule: 'claim-in-existing-place',
          subject: refOf(service),
          severity: 'error',
          evidence: 'exact',
          owner: 'catalog',
        }),
      };
    },
  };
}

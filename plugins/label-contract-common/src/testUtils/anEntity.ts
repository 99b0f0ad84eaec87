import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '../annotations';

/** A Component that claims its own name. */
export function anEntity(
  name: string,
  annotations: Record<string, string> = { [KUBERNETES_ID]: name },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments-team' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments-team' }],
  };
}

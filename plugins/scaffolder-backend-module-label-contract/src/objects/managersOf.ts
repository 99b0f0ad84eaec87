import type { V1ObjectMeta } from '@kubernetes/client-node';
import { FIELD_MANAGER } from '../manifests/ownershipLabels';

/** Who wrote the object itself, by the names that the API server noted; its status does not count. */
export function managersOf(object: { metadata?: V1ObjectMeta }): string[] {
  return [
    ...new Set(entriesOf(object).flatMap(({ manager }) => manager ?? [])),
  ];
}

/** Whether the actions applied it. Labels can be copied by anybody; this is noted by the API server. */
export function isMadeByUs(object: { metadata?: V1ObjectMeta }): boolean {
  return entriesOf(object).some(
    ({ manager, operation }) =>
      manager === FIELD_MANAGER && operation === 'Apply',
  );
}

function entriesOf({ metadata }: { metadata?: V1ObjectMeta }) {
  return (metadata?.managedFields ?? []).filter(
    ({ subresource }) => subresource === undefined,
  );
}

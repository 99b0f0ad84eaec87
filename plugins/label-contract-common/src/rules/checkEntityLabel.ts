import { KUBERNETES_ID } from '../annotations';
import { CheckedEntity } from '../claim/ClaimedEntity';
import { misspeltKeyOf } from '../evidence/misspeltKeyOf';
import { claimFinding, editAnnotations } from './claimFinding';
import { ClaimFinding } from './Finding';
import { labelIsALabel } from './labelIsALabel';
import { usualOf } from './Rule';

/**
 * The catalog's side of `label-is-a-label`: an entity that carries the id under `labels`, as workloads
 * do, makes no claim by it. The Kubernetes plugin reads annotations only.
 */
export function checkEntityLabel(
  entity: CheckedEntity,
): ClaimFinding | undefined {
  const { claim, labels } = entity;
  const key = KUBERNETES_ID in labels ? KUBERNETES_ID : misspeltKeyOf(labels);
  const value = key && labels[key];
  if (claim || !key || !value) {
    return undefined;
  }
  return {
    rule: 'label-is-a-label',
    ...usualOf(labelIsALabel),
    ...claimFinding(entity, 'error'),
    owner: 'catalog',
    message: { id: 'entity-label', values: { key, value, problem: '' } },
    fixes: [editAnnotations(entity, { set: { [KUBERNETES_ID]: value } })],
  };
}

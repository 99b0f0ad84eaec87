import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { EntityClaim } from '../claim/EntityClaim';

/** The annotation that makes a claim, and its value. */
export function annotationOfClaim({ id, query }: EntityClaim): {
  readonly key: string;
  readonly value: string;
} {
  return id === undefined
    ? { key: KUBERNETES_LABEL_SELECTOR, value: query }
    : { key: KUBERNETES_ID, value: id };
}

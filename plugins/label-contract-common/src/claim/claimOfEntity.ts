import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { EntityClaim } from './EntityClaim';

/**
 * The claim that an entity's annotations make; undefined where they make none. The Kubernetes
 * plugin's fallback to the entity's name never makes a claim.
 *
 * @public
 */
export function claimOfEntity(entity: Entity): EntityClaim | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const namespace = annotations[KUBERNETES_NAMESPACE] || undefined;

  const selector = annotations[KUBERNETES_LABEL_SELECTOR];
  // A selector of blanks is one, and matches everything; an empty one is as good as none.
  if (selector) {
    return { query: selector, namespace };
  }

  const id = annotations[KUBERNETES_ID];
  if (id) {
    return { query: `${KUBERNETES_ID}=${id}`, id, namespace };
  }

  return undefined;
}

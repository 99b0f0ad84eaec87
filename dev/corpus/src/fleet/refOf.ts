import { stringifyEntityRef } from '@backstage/catalog-model';
import { Service } from './Fleet';

/** The ref of a service's entity. */
export function refOf({ entity }: Pick<Service, 'entity'>): string {
  return stringifyEntityRef(entity);
}

import { Entity } from '@backstage/catalog-model';
import { Facts } from '../facts/Facts';
import { EntityReport } from '../report/EntityReport';
import { anEntity } from './anEntity';
import { reportOnEntity } from './reportOnEntity';

/** The whole report on an entity, for the sake of the workloads; on `payments-platform` where not said. */
export function reportOn(
  facts: readonly Facts[],
  options: Partial<Parameters<typeof reportOnEntity>[0]> & {
    entity?: Entity;
  } = {},
): EntityReport {
  return reportOnEntity({
    entity: anEntity('payments-platform'),
    facts,
    ...options,
  });
}

import {
  createCatalogView,
  EntityReport,
  evaluateEntity,
  FactsView,
} from '@portal-operations/plugin-label-contract-common';
import { Entity } from '@backstage/catalog-model';
import { factsOfFleet } from '../fleet/factsOfFleet';
import { Fleet, NOW } from '../fleet/Fleet';

/** What the engine says of every entity of a fleet. The truth beside the facts is not shown to it. */
export function evaluateFleet(fleet: Fleet): EntityReport[] {
  return evaluateEntities(
    fleet.services.map(({ entity }) => entity),
    factsOfFleet(fleet),
  );
}

/** What the engine says of entities that are all there are in the catalog. */
export function evaluateEntities(
  entities: readonly Entity[],
  facts: FactsView,
): EntityReport[] {
  const catalog = createCatalogView(entities);
  return entities.map(entity =>
    evaluateEntity({ entity, facts, catalog, now: NOW }),
  );
}

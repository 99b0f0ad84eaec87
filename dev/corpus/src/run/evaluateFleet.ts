import {
  createCatalogView,
  EntityReport,
  evaluateEntity,
  FactsView,
  HistoryView,
  KubernetesTabSettings,
} from '@portal-operations/plugin-label-contract-common';
import { Entity } from '@backstage/catalog-model';
import { factsOfFleet, historyOfFleet } from '../fleet/factsOfFleet';
import { Fleet, NOW } from '../fleet/Fleet';

/** What the engine says of every entity of a fleet. The truth beside the facts is not shown to it. */
export function evaluateFleet(fleet: Fleet): EntityReport[] {
  return evaluateEntities({
    entities: fleet.services.map(({ entity }) => entity),
    facts: factsOfFleet(fleet),
    history: historyOfFleet(fleet),
    settings: fleet.settings,
  });
}

/** What the engine says of entities that are all there are in the catalog. */
export function evaluateEntities(options: {
  entities: readonly Entity[];
  facts: FactsView;
  history: HistoryView;
  settings: KubernetesTabSettings;
}): EntityReport[] {
  const { entities, facts, history, settings } = options;
  const catalog = createCatalogView(entities);
  return entities.map(entity =>
    evaluateEntity({
      entity,
      facts,
      catalog,
      history,
      settings,
      isIgnoredNamespace,
      now: NOW,
    }),
  );
}

function isIgnoredNamespace(namespace: string): boolean {
  return /^(kube|openshift)-/.test(namespace);
}

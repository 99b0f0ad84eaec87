import { Entity } from '@backstage/catalog-model';
import { createCatalogView } from '../claim/CatalogView';
import { ClusterFacts, Facts } from '../facts/Facts';
import { askedClusters } from '../gates/askedClusters';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { HistoryView } from '../match/HistoryView';
import { EntityReport } from '../report/EntityReport';
import { evaluateEntity } from '../report/evaluateEntity';
import { now } from './healthOf';
import { aCluster, someFacts } from './someFacts';

/**
 * The whole report on an entity, where the configuration of the Kubernetes plugin matters, or who reads
 * it; one cluster, `prod-east`, where not said.
 */
export function reportOnEntity(options: {
  entity: Entity;
  /** All there is in the catalog besides. */
  others?: readonly Entity[];
  facts?: readonly Facts[];
  clusters?: readonly ClusterFacts[];
  history?: HistoryView;
  settings?: Partial<KubernetesTabSettings>;
  mayNameEntity?: (entityRef: string) => boolean;
}): EntityReport {
  const {
    entity,
    others = [],
    facts,
    clusters = [aCluster('prod-east')],
    history,
    mayNameEntity,
  } = options;
  const settings = { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...options.settings };
  const known = clusters.map(({ name }) => name);
  return evaluateEntity({
    entity,
    facts: someFacts({ facts, clusters }),
    catalog: createCatalogView([entity, ...others], {
      clustersOf: each =>
        askedClusters({ entity: each, settings, known }).clusters,
    }),
    history,
    settings,
    mayNameEntity,
    isIgnoredNamespace: namespace => namespace.startsWith('kube-'),
    now,
  });
}

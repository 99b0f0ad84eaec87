import {
  ClusterFacts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { FleetSnapshot } from '../reports/FleetSnapshot';

/**
 * What is looked at whenever somebody collects metrics. All of it has to be known already: a scrape comes every few
 * seconds, and must not walk through what is kept.
 */
export interface MetricSources {
  /** How all entities fare; undefined as long as the fleet was not looked through. */
  fleet():
    | Pick<FleetSnapshot, 'contract' | 'health' | 'findings' | 'takenAt'>
    | undefined;
  clusters(): Iterable<ClusterFacts>;
  /** Objects of all clusters; a kind of which there are none may be absent. */
  objectsByKind(): Iterable<readonly [WatchedKind, number]>;
  /** When the claims of the catalog were read last; undefined before the first time. */
  catalogReadAt(): Date | undefined;
}

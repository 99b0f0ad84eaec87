import { ClustersReport } from './fleet/ClustersReport';
import { FleetReport } from './fleet/FleetReport';
import { UnclaimedReport } from './fleet/UnclaimedReport';
import { EntityHistory } from './report/EntityHistory';
import { EntityReport } from './report/EntityReport';

/**
 * Plugin id: the first path segment of every route, `/api/label-contract`.
 *
 * @public
 */
export const LABEL_CONTRACT_PLUGIN_ID = 'label-contract';

/**
 * Parts of an entity's name in a route.
 *
 * @public
 */
export interface EntityReportPathOptions {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * Path, below the plugin's base URL, that answers an `EntityReport`.
 *
 * @public
 */
export function entityReportPath(options: EntityReportPathOptions): string {
  const parts = [options.kind, options.namespace, options.name];
  return `/reports/entities/${parts.map(encodeURIComponent).join('/')}`;
}

/**
 * Body of `GET /reports/entities/:kind/:namespace/:name`.
 *
 * @public
 */
export type EntityReportResponse = EntityReport;

/**
 * Path that answers an `EntityHistory`; takes `since`, ISO 8601.
 *
 * @public
 */
export function entityHistoryPath(options: EntityReportPathOptions): string {
  return `${entityReportPath(options)}/history`;
}

/**
 * Body of `GET /reports/entities/:kind/:namespace/:name/history`.
 *
 * @public
 */
export type EntityHistoryResponse = EntityHistory;

/**
 * Path that answers a `FleetReport`, or a table for `Accept: text/csv`; takes the keys of `FleetQuery`,
 * those with several values repeated.
 *
 * @public
 */
export const FLEET_PATH = '/reports/fleet';

/**
 * Body of `GET /reports/fleet`.
 *
 * @public
 */
export type FleetResponse = FleetReport;

/**
 * Path that answers an `UnclaimedReport`, or a table for `Accept: text/csv`; takes the keys of
 * `UnclaimedQuery`.
 *
 * @public
 */
export const UNCLAIMED_PATH = '/workloads/unclaimed';

/**
 * Body of `GET /workloads/unclaimed`.
 *
 * @public
 */
export type UnclaimedResponse = UnclaimedReport;

/**
 * Path that answers a `ClustersReport`.
 *
 * @public
 */
export const CLUSTERS_PATH = '/clusters';

/**
 * Body of `GET /clusters`.
 *
 * @public
 */
export type ClustersResponse = ClustersReport;

/**
 * Header with the moment as of which an answer is known, ISO 8601: that of the cluster heard of least
 * lately, among those that are watched without a problem. The body of an answer may be older, as its
 * `ETag` takes no notice of time.
 *
 * @public
 */
export const AS_OF_HEADER = 'Label-Contract-As-Of';

/**
 * Channel on which a signal says that reports may have changed; its message is a {@link ChangeSignal}.
 *
 * @public
 */
export const SIGNAL_CHANNEL = 'label-contract';

/**
 * Says that something changed, and not what: every signed-in user hears it.
 *
 * @public
 */
export type ChangeSignal = {
  /** Greater than in the signal before, of the same replica. */
  readonly generation: number;
};

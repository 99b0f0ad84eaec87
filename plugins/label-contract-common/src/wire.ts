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

import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  CLUSTERS_PATH,
  ClustersResponse,
  EntityHistoryResponse,
  EntityReportResponse,
  FLEET_PATH,
  FleetResponse,
  UNCLAIMED_PATH,
  UnclaimedResponse,
} from '@portal-operations/plugin-label-contract-common';
import { asOfOf } from './asOfOf';
import { fleetTable } from './fleetTable';
import { jsonAnswer, tableAnswer } from './answers';
import { parseEntityName } from './parseEntityName';
import { parseFleetRequest } from './parseFleetRequest';
import { momentOf, refuseUnknownKeys } from './parseQuery';
import { parseUnclaimedRequest } from './parseUnclaimedRequest';
import { Query } from './queryOf';
import { Reading, Route } from './Route';
import {
  timelessClusters,
  timelessHistory,
  timelessReport,
} from './withoutTimestamps';
import { unclaimedTable } from './unclaimedTable';

const ENTITY_PATH = '/reports/entities/:kind/:namespace/:name';

const entityReport: Route = {
  path: ENTITY_PATH,
  parse({ params, query }) {
    const ref = parseEntityName(params);
    refuseUnknownKeys(query, []);
    return {
      json: {
        meta: { queryType: 'entity', entityRef: stringifyEntityRef(ref) },
        async read({ reports, credentials }) {
          const body: EntityReportResponse = await reports.entityReport(ref, {
            credentials,
          });
          return jsonAnswer({
            body,
            timeless: timelessReport(body),
            asOf: asOfOf(body.clusters),
          });
        },
      },
    };
  },
};

const entityHistory: Route = {
  path: `${ENTITY_PATH}/history`,
  parse({ params, query }) {
    const ref = parseEntityName(params);
    refuseUnknownKeys(query, ['since']);
    const since = momentOf(query, 'since');
    return {
      json: {
        meta: {
          queryType: 'history',
          entityRef: stringifyEntityRef(ref),
          ...(since && { since: since.toISOString() }),
        },
        async read({ reports, credentials }) {
          const body: EntityHistoryResponse = await reports.entityHistory(ref, {
            credentials,
            since,
          });
          return jsonAnswer({ body, timeless: timelessHistory(body) });
        },
      },
    };
  },
};

const fleet: Route = {
  path: FLEET_PATH,
  parse({ query }) {
    const asked = parseFleetRequest(query);
    return {
      json: {
        meta: metaOf('fleet', query),
        async read({ reports, credentials, asOf }) {
          const body: FleetResponse = await reports.fleet(asked, {
            credentials,
          });
          return jsonAnswer({ body, timeless: body, asOf: asOf() });
        },
      },
      table: {
        meta: metaOf('fleet-table', query),
        async read({ reports, credentials, asOf }) {
          const rows = await reports.fleetRows(asked, { credentials });
          return tableAnswer({
            table: fleetTable(rows),
            fileName: 'label-contract-fleet.csv',
            asOf: asOf(),
          });
        },
      },
    };
  },
};

const unclaimed: Route = {
  path: UNCLAIMED_PATH,
  parse({ query }) {
    const asked = parseUnclaimedRequest(query);
    return {
      json: {
        meta: metaOf('unclaimed', query),
        async read({ reports, credentials, asOf }) {
          const body: UnclaimedResponse = await reports.unclaimed(asked, {
            credentials,
          });
          return jsonAnswer({ body, timeless: body, asOf: asOf() });
        },
      },
      table: {
        meta: metaOf('unclaimed-table', query),
        async read({ reports, credentials, asOf }) {
          const rows = await reports.unclaimedRows(asked, { credentials });
          return tableAnswer({
            table: unclaimedTable(rows),
            fileName: 'label-contract-unclaimed.csv',
            asOf: asOf(),
          });
        },
      },
    };
  },
};

const clusters: Route = {
  path: CLUSTERS_PATH,
  parse({ query }) {
    refuseUnknownKeys(query, []);
    return {
      json: {
        meta: { queryType: 'clusters' },
        async read({ reports, credentials }) {
          const body: ClustersResponse = await reports.clusters({
            credentials,
          });
          return jsonAnswer({
            body,
            timeless: timelessClusters(body),
            asOf: asOfOf(body.items),
          });
        },
      },
    };
  },
};

/** Every route of the plugin. */
export const routes: readonly Route[] = [
  entityReport,
  entityHistory,
  fleet,
  unclaimed,
  clusters,
];

function metaOf(queryType: string, query: Query): Reading['meta'] {
  const values = Object.entries(query).map(([key, texts]) => [key, [...texts]]);
  return { queryType, query: Object.fromEntries(values) };
}

import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  AS_OF_HEADER,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import request from 'supertest';
import { ReportService } from '../reports/ReportService';
import { aReportService, entityReport } from '../tests/aReportService';
import { startRouter } from './__testUtils__/startRouter';

const api = '/api/label-contract';
const entityPath = `${api}/reports/entities/component/default/weather-app`;
const historyPath = `${entityPath}/history`;
const fleetPath = `${api}/reports/fleet`;
const unclaimedPath = `${api}/workloads/unclaimed`;
const clustersPath = `${api}/clusters`;
const everyPath = [
  entityPath,
  historyPath,
  fleetPath,
  unclaimedPath,
  clustersPath,
];

let reports: ReportService;
let asOf: string | undefined;
let started: Awaited<ReturnType<typeof startRouter>>;

/** Asks a service that a test may have changed. */
const changeable: ReportService = {
  entityReport: (...asked) => reports.entityReport(...asked),
  entityHistory: (...asked) => reports.entityHistory(...asked),
  fleet: (...asked) => reports.fleet(...asked),
  fleetRows: (...asked) => reports.fleetRows(...asked),
  unclaimed: (...asked) => reports.unclaimed(...asked),
  unclaimedRows: (...asked) => reports.unclaimedRows(...asked),
  clusters: (...asked) => reports.clusters(...asked),
};

beforeAll(async () => {
  started = await startRouter({ reports: changeable, asOf: () => asOf });
});
afterAll(() => started.backend.stop());
beforeEach(() => {
  reports = aReportService();
  asOf = '2026-01-01T09:59:57.000Z';
  started.auditor.createEvent.mockClear();
});

const get = (path: string) => request(started.backend.server).get(path);
const head = (path: string) => request(started.backend.server).head(path);

describe('every route', () => {
  it.each(everyPath)('answers JSON on %s', async path => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^W\/"[A-Za-z0-9_-]{43}"$/),
      vary: expect.stringContaining('Authorization'),
      'access-control-expose-headers': `ETag, ${AS_OF_HEADER}`,
    });
  });

  it.each(everyPath)('answers 304 on %s to who has it', async path => {
    const { etag } = (await get(path)).headers;
    const again = await get(path).set('If-None-Match', etag);
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({
      etag,
      'cache-control': 'private, no-cache',
      vary: expect.stringContaining('Authorization'),
    });
  });

  it.each(everyPath)('answers HEAD on %s as GET without a body', async path => {
    const { etag, 'content-length': length } = (await get(path)).headers;
    const response = await head(path);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({ etag, 'content-length': length });
    expect(response.text).toBeFalsy();
    expect((await head(path).set('If-None-Match', etag)).status).toBe(304);
  });

  it.each(everyPath)('answers 401 on %s to nobody', async path => {
    const response = await get(path).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(response.status).toBe(401);
  });

  it.each(everyPath)('tells nothing by headers on %s', async path => {
    const { etag } = (await get(path)).headers;
    const refuse = async () => {
      throw new NotAllowedError('no');
    };
    reports = {
      entityReport: refuse,
      entityHistory: refuse,
      fleet: refuse,
      fleetRows: refuse,
      unclaimed: refuse,
      unclaimedRows: refuse,
      clusters: refuse,
    };
    for (const known of [etag, '*']) {
      const response = await get(path).set('If-None-Match', known);
      expect(response.status).toBe(403);
      expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(response.headers.etag).not.toBe(etag);
      expect(response.headers).not.toHaveProperty(AS_OF_HEADER.toLowerCase());
    }
  });

  it.each(everyPath)('refuses a query on %s, naming its key', async path => {
    const response = await get(`${path}?refresh=1`);
    expect(response.status).toBe(400);
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(response.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^Unknown query parameter 'refresh'; this route takes /,
      ),
    });
    expect((await head(`${path}?refresh=1`)).status).toBe(400);
  });

  it.each(everyPath)('takes nothing but GET and HEAD on %s', async path => {
    const response = await request(started.backend.server)
      .post(path)
      .send({ limit: 1 });
    expect(response.status).toBe(404);
  });
});

describe('the tag of a report', () => {
  function withReport(change: Partial<EntityReport>) {
    reports = aReportService({
      entityReport: async () => ({ ...entityReport, ...change }),
    });
  }

  it('takes no notice of time, which travels in a header of its own', async () => {
    const before = await get(entityPath);
    expect(before.headers).toMatchObject({
      [AS_OF_HEADER.toLowerCase()]: '2026-01-01T09:59:57.000Z',
    });
    withReport({
      clusters: entityReport.clusters.map(({ name }) => ({
        name,
        state: { kind: 'live', asOf: '2026-01-01T10:07:00.000Z' },
      })),
    });
    const after = await get(entityPath).set(
      'If-None-Match',
      before.headers.etag,
    );
    expect(after.status).toBe(304);
    expect(after.headers).toMatchObject({
      [AS_OF_HEADER.toLowerCase()]: '2026-01-01T10:07:00.000Z',
    });
  });

  it('changes once a cluster cannot be read any more, and once it can', async () => {
    const { etag } = (await get(entityPath)).headers;
    withReport({
      clusters: [
        entityReport.clusters[0],
        {
          name: 'prod-west',
          state: {
            kind: 'stale',
            asOf: '2026-01-01T09:59:57.000Z',
            since: '2026-01-01T10:00:00.000Z',
            problem: { reason: 'unreachable', message: 'It does not answer.' },
          },
        },
      ],
    });
    const response = await get(entityPath).set('If-None-Match', etag);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      [AS_OF_HEADER.toLowerCase()]: '2026-01-01T09:59:58.000Z',
    });
  });

  it('is understood among others, strong or weak, and as any', async () => {
    const { etag } = (await get(entityPath)).headers;
    for (const known of [`"x", ${etag}`, etag.replace('W/', ''), '*']) {
      const response = await get(entityPath).set('If-None-Match', known);
      expect(response.status).toBe(304);
    }
    for (const unknown of ['"x"', 'W/"x"', etag.slice(0, -2)]) {
      const response = await get(entityPath).set('If-None-Match', unknown);
      expect(response.status).toBe(200);
    }
  });

  it('belongs to what its caller may see', async () => {
    reports = aReportService({
      entityReport: async (_, { credentials }) => {
        const mayReadMore =
          JSON.stringify(credentials).includes('user:default/admin');
        return {
          ...entityReport,
          entityOwner: mayReadMore ? 'group:default/ops' : undefined,
        };
      },
    });
    const as = (name: string, tag?: string) => {
      const asked = get(entityPath).set(
        'Authorization',
        mockCredentials.user.header(`user:default/${name}`),
      );
      return tag ? asked.set('If-None-Match', tag) : asked;
    };
    const admin = await as('admin');
    expect(admin.body.entityOwner).toBe('group:default/ops');
    const guest = await as('guest', admin.headers.etag);
    expect(guest.status).toBe(200);
    expect(guest.body).not.toHaveProperty('entityOwner');
    expect((await as('admin', guest.headers.etag)).status).toBe(200);
    expect((await as('guest', guest.headers.etag)).status).toBe(304);
  });
});

describe('the moment of a page', () => {
  it.each([fleetPath, unclaimedPath])(
    'is that of everything that is watched, on %s',
    async path => {
      expect((await get(path)).headers).toMatchObject({
        [AS_OF_HEADER.toLowerCase()]: '2026-01-01T09:59:57.000Z',
      });
      asOf = undefined;
      expect((await get(path)).headers).not.toHaveProperty(
        AS_OF_HEADER.toLowerCase(),
      );
    },
  );
});

describe('tables', () => {
  const asTable = (path: string, accept = 'text/csv') =>
    get(path).set('Accept', accept);

  it('answers the fleet as a table to who asks for one', async () => {
    const response = await asTable(fleetPath);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="label-contract-fleet.csv"',
      vary: 'Accept, Authorization',
      'cache-control': 'private, no-cache',
    });
    expect(response.text.split('\r\n')).toEqual([
      '\ufeffentity,title,owner,system,lifecycle,clusters,contract,contract_reason,health,health_reason,workloads,workloads_visible,workloads_partly_visible,pods,pods_ready,finding,finding_severity,finding_acts,finding_subject,findings_ops,findings_team,findings_catalog,incomplete_clusters',
      'component:default/weather-app,Wetter für alle,group:default/ops-team,,,prod-east; prod-west,not-applicable,not-deployed,healthy,,2,1,0,2,1,label-present,error,ops,prod-east/weather/Deployment/weather-gateway,1,0,0,prod-west',
      '',
    ]);
  });

  it('answers what nobody claims as a table', async () => {
    const response = await asTable(unclaimedPath);
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="label-contract-unclaimed.csv"',
    );
    expect(response.text.split('\r\n')).toEqual([
      '\ufeffcluster,namespace,kind,name,label,value,pods,pods_ready,likeliest,evidence,signs',
      'prod-east,weather,Deployment,wether-app,backstage.io/kubernetes-id,wether-app,1,1,component:default/weather-app,strong,nearly-the-same',
      '',
    ]);
  });

  it.each([
    ['text/csv', 'csv'],
    ['text/csv;q=0.9, application/json;q=0.1', 'csv'],
    ['text/*', 'csv'],
    ['text/csv;q=0.1, application/json', 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['image/png', 'json'],
    ['text/csv;q=0', 'json'],
  ])('gives for Accept: %s %s', async (accept, form) => {
    const response = await asTable(fleetPath, accept);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toContain(form);
    expect(response.headers.vary).toContain('Accept');
  });

  it('knows the tags of both forms apart', async () => {
    const json = (await get(fleetPath)).headers.etag;
    const table = (await asTable(fleetPath)).headers.etag;
    expect(json).not.toBe(table);
    const again = await asTable(fleetPath).set('If-None-Match', json);
    expect(again.status).toBe(200);
  });

  it('has JSON only where there is no table', async () => {
    for (const path of [entityPath, historyPath, clustersPath]) {
      const response = await asTable(path);
      expect(response.headers['content-type']).toContain('json');
      expect(response.headers.vary).not.toContain('Accept');
    }
  });
});

describe('what is asked for', () => {
  it('is handed on as it was meant', async () => {
    const fleet = jest.spyOn(reports, 'fleet');
    const response = await get(
      `${fleetPath}?owner=Group:Default/Ops&owner=group:a%2Fb&acts=ops&acts=team&search=a%20b&sort=owner&order=desc&limit=500&cursor=x`,
    );
    expect(response.status).toBe(200);
    expect(fleet).toHaveBeenCalledWith(
      {
        owner: ['group:default/ops', 'group:a/b'],
        acts: ['ops', 'team'],
        search: 'a b',
        sort: 'owner',
        order: 'desc',
        limit: 500,
        cursor: 'x',
      },
      { credentials: mockCredentials.user() },
    );
  });

  it('may be as many values as are read of one key', async () => {
    const unclaimed = jest.spyOn(reports, 'unclaimed');
    const names = Array.from({ length: 100 }, (_, index) => `ns-${index}`);
    const query = names.map(name => `namespace=${name}`).join('&');
    expect((await get(`${unclaimedPath}?${query}`)).status).toBe(200);
    expect(unclaimed.mock.calls[0][0]).toMatchObject({ namespace: names });
    const more = await get(`${unclaimedPath}?${query}&namespace=x`);
    expect(more.status).toBe(400);
    expect(more.body.error.message).toBe(
      "Query parameter 'namespace' has 101 values; allowed are 100 at the most",
    );
  });

  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T10:00:00%2B01:00', '2026-01-31T09:00:00.000Z'],
  ])('is a history since %s', async (since, moment) => {
    const entityHistory = jest.spyOn(reports, 'entityHistory');
    expect((await get(`${historyPath}?since=${since}`)).status).toBe(200);
    expect(entityHistory.mock.calls[0][1].since).toEqual(new Date(moment));
  });

  it.each([
    [
      historyPath,
      'since=yesterday',
      "Query parameter 'since' is 'yesterday'; allowed is a date such as 2026-01-31 or 2026-01-31T10:00:00Z (UTC where it is a day)",
    ],
    [historyPath, 'since=2026-02-30', "'2026-02-30'; allowed is a date"],
    [historyPath, 'since=2026-13-01', "'2026-13-01'; allowed is a date"],
    [historyPath, 'since=2026-01-31T10:00:00', 'allowed is a date'],
    [
      historyPath,
      'since=2026-01-31&since=2026-01-30',
      "Query parameter 'since' is given 2 times; allowed is once",
    ],
    [
      fleetPath,
      'limit=0',
      "Query parameter 'limit' is '0'; allowed are whole numbers from 1 to 500",
    ],
    [fleetPath, 'limit=501', "'501'; allowed are whole numbers from 1 to 500"],
    [fleetPath, 'limit=1e2', "'1e2'; allowed are whole numbers"],
    [
      fleetPath,
      'sort=age',
      "Query parameter 'sort' is 'age'; allowed are worst, name, owner, contract, health, visible",
    ],
    [
      fleetPath,
      'contract=met&contract=bad',
      "Query parameter 'contract' is 'bad'; allowed are met, violated, not-applicable, unknown, ignored",
    ],
    [
      fleetPath,
      'owner=ops-team',
      "Query parameter 'owner' is 'ops-team'; allowed are entity refs such as group:default/payments",
    ],
    [
      fleetPath,
      'search=',
      "Query parameter 'search' is ''; allowed is text of 1 to 512 characters",
    ],
    [fleetPath, `search=${'x'.repeat(513)}`, 'allowed is text of 1 to 512'],
    [fleetPath, 'owner[]=group:a/b', "Unknown query parameter 'owner[]'"],
    [
      unclaimedPath,
      'owner=group:a/b',
      "Unknown query parameter 'owner'; this route takes cluster, namespace, search, limit, cursor",
    ],
  ])('is refused on %s with %s', async (path, query, message) => {
    const response = await get(`${path}?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(response.body.error.message).toContain(message);
  });
});

describe('the audit', () => {
  const meta = () =>
    started.auditor.createEvent.mock.calls.map(([event]) => ({
      ...event,
      request: event.request?.originalUrl,
    }));

  it('records who reads what', async () => {
    await get(historyPath.replace('weather', 'Weather')).query({
      since: '2026-01-31',
    });
    await get(`${fleetPath}?acts=ops&acts=team`).set('Accept', 'text/csv');
    expect(meta()).toEqual([
      {
        eventId: 'report-read',
        severityLevel: 'low',
        request: expect.stringContaining('history?since=2026-01-31'),
        meta: {
          queryType: 'history',
          entityRef: 'component:default/weather-app',
          since: '2026-01-31T00:00:00.000Z',
        },
      },
      {
        eventId: 'report-read',
        severityLevel: 'low',
        request: expect.stringContaining('acts=team'),
        meta: { queryType: 'fleet-table', query: { acts: ['ops', 'team'] } },
      },
    ]);
    for (const { value } of started.auditor.createEvent.mock.results) {
      expect((await value).success).toHaveBeenCalledWith();
      expect((await value).fail).not.toHaveBeenCalled();
    }
  });

  it('records an answer that did not change', async () => {
    const response = await get(entityPath).set('If-None-Match', '*');
    expect(response.status).toBe(304);
    expect(meta()).toMatchObject([{ meta: { queryType: 'entity' } }]);
  });

  it('records what was refused, and why', async () => {
    const error = new NotAllowedError('not you');
    reports = aReportService({
      clusters: async () => {
        throw error;
      },
    });
    expect((await get(clustersPath)).status).toBe(403);
    const [{ value }] = started.auditor.createEvent.mock.results;
    expect((await value).fail).toHaveBeenCalledWith({ error });
    expect((await value).success).not.toHaveBeenCalled();
  });
});

describe('headers of others', () => {
  it('are kept', async () => {
    const response = await get(entityPath).set('Content-Type', 'text/odd; a=b');
    expect(response.status).toBe(200);
  });
});

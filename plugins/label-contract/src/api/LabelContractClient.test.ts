import { ResponseError } from '@backstage/errors';
import { mockApis, registerMswTestHooks } from '@backstage/test-utils';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { sampleReports } from '../testUtils/sampleReports';
import { LabelContractClient } from './LabelContractClient';

const server = setupServer();
const report = sampleReports(new Date('2026-01-05T10:00:00Z')).violated;
const entity = { kind: 'Component', namespace: 'default', name: 'a b/c' };
const url =
  'http://portal.test/api/label-contract/reports/entities/Component/default/a%20b%2Fc';

const client = new LabelContractClient({
  discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
  fetchApi: { fetch: (input, init) => fetch(input, init) },
});

describe('LabelContractClient', () => {
  registerMswTestHooks(server);

  it('asks the plugin for the entity, with every part of its name encoded', async () => {
    server.use(
      http.get('http://portal.test/*', ({ request }) =>
        request.url === url
          ? HttpResponse.json(report)
          : HttpResponse.text(request.url, { status: 418 }),
      ),
    );
    await expect(client.getEntityReport(entity)).resolves.toEqual({
      body: report,
    });
  });

  it('says as of when an answer is', async () => {
    server.use(
      http.get('http://portal.test/*', () =>
        HttpResponse.json(report, {
          headers: { 'Label-Contract-As-Of': '2026-01-05T10:00:07.000Z' },
        }),
      ),
    );
    await expect(client.getEntityReport(entity)).resolves.toMatchObject({
      asOf: new Date('2026-01-05T10:00:07Z'),
    });
  });

  it('sends each value of a filter, and nothing for what is not filtered', async () => {
    const asked: string[] = [];
    server.use(
      http.get('http://portal.test/*', ({ request }) => {
        asked.push(`${request.headers.get('accept')} ${request.url}`);
        return HttpResponse.json({});
      }),
    );
    await client.getFleet({
      contract: ['violated', 'unknown'],
      search: 'pay & go',
      owner: undefined,
      limit: 20,
    });
    await client.getFleetTable({ acts: ['ops'] });
    await client.getUnclaimed({ cluster: ['prod east'] });
    await client.getUnclaimedTable({});
    await client.getClusters();
    await client.getEntityHistory(entity, { since: new Date(0) });

    const base = 'http://portal.test/api/label-contract';
    expect(asked).toEqual([
      `application/json ${base}/reports/fleet?contract=violated&contract=unknown&search=pay+%26+go&limit=20`,
      `text/csv ${base}/reports/fleet?acts=ops`,
      `application/json ${base}/workloads/unclaimed?cluster=prod+east`,
      `text/csv ${base}/workloads/unclaimed`,
      `application/json ${base}/clusters`,
      `application/json ${base}/reports/entities/Component/default/a%20b%2Fc/history?since=1970-01-01T00%3A00%3A00.000Z`,
    ]);
  });

  it.each([403, 404, 503])('throws a ResponseError on %s', async status => {
    server.use(
      http.get('http://portal.test/*', () =>
        HttpResponse.json({ error: { name: 'E', message: 'no' } }, { status }),
      ),
    );
    const failure = client.getEntityReport(entity);
    await expect(failure).rejects.toBeInstanceOf(ResponseError);
    await expect(failure).rejects.toMatchObject({ statusCode: status });
  });

  it('stops asking when it is told to', async () => {
    const controller = new AbortController();
    server.use(
      http.get('http://portal.test/*', () => {
        controller.abort();
        return HttpResponse.json(report);
      }),
    );
    await expect(
      client.getEntityReport(entity, { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

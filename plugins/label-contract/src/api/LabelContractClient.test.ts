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
    await expect(client.getEntityReport(entity)).resolves.toEqual(report);
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

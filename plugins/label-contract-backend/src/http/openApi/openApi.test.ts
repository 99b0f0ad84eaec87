import { TestBackend } from '@backstage/backend-test-utils';
import { reportsOfBrokenFleet } from '@internal/corpus';
import request from 'supertest';
import { aReportService } from '../../tests/aReportService';
import { problemsOfAnswer } from '../__testUtils__/problemsOfAnswer';
import { startRouter } from '../__testUtils__/startRouter';
import { FLEET_KEYS } from '../parseFleetRequest';
import { UNCLAIMED_KEYS } from '../parseUnclaimedRequest';
import { routes } from '../routes';
import { openApi } from './openApi';

const api = '/api/label-contract';

describe('the description', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    ({ backend } = await startRouter({ reports: aReportService() }));
  });
  afterAll(() => backend.stop());

  it('is served as it is written', async () => {
    const { status, body } = await request(backend.server).get(
      `${api}/openapi.json`,
    );
    expect(status).toBe(200);
    const paths = Object.entries(openApi.paths).map(([path, operations]) => [
      `${api}${path}`,
      operations,
    ]);
    expect(body).toMatchObject(
      JSON.parse(
        JSON.stringify({
          openapi: '3.0.3',
          info: openApi.info,
          paths: Object.fromEntries(paths),
          components: openApi.components,
        }),
      ),
    );
  });

  it('has every route, and no other', () => {
    expect(Object.keys(openApi.paths)).toEqual(
      routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')),
    );
  });

  it.each([
    ['/reports/fleet', FLEET_KEYS],
    ['/workloads/unclaimed', UNCLAIMED_KEYS],
  ] as const)('has every key of %s, and no other', (path, keys) => {
    expect(openApi.paths[path].get.parameters.map(({ name }) => name)).toEqual(
      keys,
    );
  });

  it.each([
    ['EntityReport', '/reports/entities/component/default/a'],
    ['EntityHistory', '/reports/entities/component/default/a/history'],
    ['FleetReport', '/reports/fleet'],
    ['UnclaimedReport', '/workloads/unclaimed'],
    ['ClustersReport', '/clusters'],
    ['Error', '/clusters?x=1'],
  ] as const)('says of %s what is answered', async (schema, path) => {
    const { body } = await request(backend.server).get(`${api}${path}`);
    expect(problemsOfAnswer(schema, body)).toEqual([]);
  });
});

describe('the description of a report', () => {
  const reports = reportsOfBrokenFleet(7);

  it('fits every sort of report that there is', () => {
    expect(
      new Set(reports.flatMap(({ findings }) => findings.map(f => f.rule)))
        .size,
    ).toBeGreaterThan(30);
    for (const report of reports) {
      expect(problemsOfAnswer('EntityReport', report)).toEqual([]);
    }
  });

  it('does not fit what is something else', () => {
    const [report] = reports;
    expect(problemsOfAnswer('EntityReport', { ...report, more: 1 })).toEqual([
      expect.stringContaining('must NOT have additional properties'),
    ]);
    expect(
      problemsOfAnswer('EntityReport', { ...report, gates: undefined }),
    ).toEqual([expect.stringContaining("must have required property 'gates'")]);
  });
});

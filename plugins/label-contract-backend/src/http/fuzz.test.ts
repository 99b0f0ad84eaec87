import { TestBackend } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import http from 'node:http';
import { aReportService } from '../tests/aReportService';
import { startRouter } from './__testUtils__/startRouter';
import { FLEET_KEYS } from './parseFleetRequest';
import { UNCLAIMED_KEYS } from './parseUnclaimedRequest';

const api = '/api/label-contract';

/** What Node lets through in an address and in a header: what it refuses never gets here. */
const latin1 = (least: number) =>
  fc.string({
    unit: fc
      .integer({ min: least, max: 0xff })
      .filter(code => code < 0x7f || code > 0x9f)
      .map(code => String.fromCharCode(code)),
    maxLength: 30,
  });
const rawText = latin1(0x21);
const anyText = fc.oneof(
  rawText,
  fc.string({ unit: 'binary', maxLength: 30 }).map(encode),
  fc.constantFrom(
    '%',
    '%zz',
    '%E0%A4%A',
    '%00',
    '%0d%0a',
    '%ff',
    '..',
    '%2e%2e%2f',
    '//',
    '__proto__',
    'constructor',
    'a'.repeat(600),
    '%F0%9F%92%A9',
  ),
);
const goodText = fc.constantFrom(
  'component',
  'Default',
  'weather-app',
  'group:default/ops-team',
  'met',
  'ops',
  'worst',
  'asc',
  '2026-01-31',
  '1',
  '500',
);
const text = fc.oneof(goodText, anyText);

const path = fc.oneof(
  fc.constantFrom(
    '/reports/fleet',
    '/reports/fleet/',
    '/workloads/unclaimed',
    '/clusters',
    '/openapi.json',
    '/Reports/FLEET',
  ),
  fc
    .tuple(text, text, text, fc.constantFrom('', '/history', '/', '/more'))
    .map(
      ([kind, namespace, name, end]) =>
        `/reports/entities/${kind}/${namespace}/${name}${end}`,
    ),
  anyText.map(each => `/${each}`),
);
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FLEET_KEYS, ...UNCLAIMED_KEYS) },
  { weight: 1, arbitrary: fc.constant('since') },
  { weight: 1, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc.constantFrom('owner[]', 'owner[a]', 'a[b][c]', '[', ''),
  },
);
const query = fc.oneof(
  fc.constantFrom(
    '',
    'owner=group:default/ops-team&owner=Group%3Aa%2Fb',
    'search=caf%C3%A9+x&limit=500',
    'cluster=prod%20east&cursor=%2B',
    'since=2026-01-31',
  ),
  fc
    .array(fc.tuple(key, text), { maxLength: 4 })
    .map(pairs => pairs.map(pair => pair.join('=')).join('&')),
);

const headers = fc.record(
  {
    'If-None-Match': fc.oneof(
      fc.constant('*'),
      fc.constantFrom('*', 'W/"', '"', ', *'),
      latin1(0x20),
    ),
    Accept: fc.oneof(
      fc.constantFrom('text/csv', '*/*;q=x', 'text/csv;q=2', ',;', 'csv'),
      latin1(0x20),
    ),
    'Accept-Encoding': latin1(0x20),
    'Cache-Control': fc.oneof(fc.constant('no-cache'), latin1(0x20)),
    'Content-Type': latin1(0x20),
    'If-Modified-Since': latin1(0x20),
  },
  { requiredKeys: [] },
);

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE'),
  address: fc
    .tuple(path, query)
    .map(([where, what]) => `${api}${where}${what && '?'}${what}`),
  headers,
});

type AnyRequest = Omit<http.RequestOptions, 'path'> & { address: string };

function encode(each: string): string {
  return Array.from(
    new TextEncoder().encode(each),
    byte => `%${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}

describe('whatever is asked for', () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  let backend: TestBackend;

  beforeAll(async () => {
    ({ backend } = await startRouter({ reports: aReportService() }));
  });
  afterAll(async () => {
    agent.destroy();
    await backend.stop();
  });

  /** Sends it as it is: a client that is more polite would put it right. */
  function send({ address, ...options }: AnyRequest) {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      http
        .request(
          { ...options, agent, port: backend.server.port(), path: address },
          async answer => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('error', reject);
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                body: Buffer.concat(chunks).toString('utf8'),
              }),
            );
          },
        )
        .on('error', reject)
        .end();
    });
  }

  it('is answered, or refused in words of ours; it never fails', async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRequest, { minLength: 1, maxLength: 8 }),
        async asked => {
          for (const { status, body } of await Promise.all(asked.map(send))) {
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            expect([200, 304, 400, 404]).toContain(status);
            // What the description refuses, a parser has refused before, and has said what is allowed.
            expect(body).not.toContain('"message":"request/');
            expect(body).not.toContain('must be url encoded');
          }
        },
      ),
      { seed: 20260105, numRuns: 600 },
    );
    // Else most of it would be refused before it comes to what is tested.
    for (const status of [200, 304, 400, 404]) {
      expect(statuses.get(status)).toBeGreaterThan(10);
    }
  }, 120_000);
});

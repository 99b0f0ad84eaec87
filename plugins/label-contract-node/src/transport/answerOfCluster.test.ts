import { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { ClusterEndpoint } from '../ClusterAccess';
import { answerOfCluster } from './answerOfCluster';

const endpoint: ClusterEndpoint = {
  name: 'prod-1',
  url: 'http://127.0.0.1:7007/api/kubernetes/proxy',
  skipTlsVerify: false,
  via: 'kubernetes-plugin',
  headers: async () => ({}),
};

const answered = (status: number, chunks: string[]) =>
  answerOfCluster(endpoint, {
    status,
    headers: {},
    body: Readable.from(chunks.map(chunk => Buffer.from(chunk))),
  });

const status = JSON.stringify({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message: 'pods is forbidden',
  code: 403,
});

describe('answerOfCluster', () => {
  it.each([
    [403, [status]],
    [403, [status.slice(0, 20), status.slice(20)]],
    [404, ['404 page not found\n']],
    [502, ['<html>bad gateway</html>']],
    [200, ['{"error":{"name":"NotFoundError","message":"an odd object"}}']],
  ])('hands on %d of the cluster as it is', async (code, chunks) => {
    const response = await answered(code, chunks);
    expect(response.status).toBe(code);
    expect(await readText(response.body)).toBe(chunks.join(''));
  });

  it('hands on a refusal that is longer than any, without losing a byte', async () => {
    const chunks = Array.from({ length: 40 }, (_, index) =>
      `${index}`.padEnd(10_000, 'x'),
    );
    const response = await answered(500, chunks);
    expect(await readText(response.body)).toBe(chunks.join(''));
  });

  it.each([
    [
      404,
      '{"error":{"name":"NotFoundError","message":"Cluster \'prod-1\' not found"}}',
      "answered 404: Cluster 'prod-1' not found",
    ],
    [
      401,
      '{"error":{"name":"AuthenticationError","message":"Illegal token"}}',
      'answered 401: Illegal token',
    ],
    [404, '', 'answered 404: nothing; check that it is installed'],
  ])(
    'says that it was the plugin which answered %d',
    async (code, text, words) => {
      await expect(answered(code, text ? [text] : [])).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: `Cluster 'prod-1' is not reached through the Kubernetes plugin, which ${words}`,
      });
    },
  );
});

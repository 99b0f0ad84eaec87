import { AuthenticationError } from '@backstage/errors';
import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { ClusterEndpoint } from '../ClusterAccess';
import { requestCluster } from './requestCluster';

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('requestCluster', () => {
  let server: Server;
  let handle: Handler;
  let endpoint: ClusterEndpoint;

  beforeEach(async () => {
    server = createServer((request, response) => handle(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    endpoint = {
      name: 'prod-1',
      url: `http://127.0.0.1:${portOf(server)}/base`,
      skipTlsVerify: false,
      headers: async () => ({ Authorization: 'Bearer hush' }),
    };
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('sends method, path below the base, query, headers and body, and gives back the answer', async () => {
    let seen: object = {};
    handle = async (request, response) => {
      const { method, url, headers } = request;
      seen = { method, url, headers, body: await text(request) };
      response.writeHead(201, { 'X-Answer': 'yes' }).end('{"done":true}');
    };

    const response = await requestCluster(endpoint, {
      method: 'PATCH',
      path: '/api/v1/namespaces/a',
      query: {
        fieldManager: 'a b&c',
        force: true,
        limit: 500,
        continue: undefined,
      },
      headers: { 'Content-Type': 'application/apply-patch+yaml' },
      body: '{"kind":"Grüße"}',
    });

    expect(seen).toMatchObject({
      method: 'PATCH',
      url: '/base/api/v1/namespaces/a?fieldManager=a+b%26c&force=true&limit=500',
      headers: {
        authorization: 'Bearer hush',
        'content-type': 'application/apply-patch+yaml',
        'content-length': '18',
      },
      body: '{"kind":"Grüße"}',
    });
    expect(response.status).toBe(201);
    expect(response.headers['x-answer']).toBe('yes');
    expect(await text(response.body)).toBe('{"done":true}');
  });

  it('takes a refusal for an answer', async () => {
    handle = (_, response) => response.writeHead(403).end('no');
    const response = await requestCluster(endpoint, { path: '/api' });
    expect(response.status).toBe(403);
    expect(await text(response.body)).toBe('no');
  });

  it('asks for the headers afresh each time', async () => {
    const seen: (string | undefined)[] = [];
    handle = (request, response) => {
      seen.push(request.headers.authorization);
      response.end();
    };
    let count = 0;
    const rotating: ClusterEndpoint = {
      ...endpoint,
      headers: async () => ({ Authorization: `Bearer ${++count}` }),
    };
    for (const path of ['/a', '/b']) {
      await text((await requestCluster(rotating, { path })).body);
    }
    expect(seen).toEqual(['Bearer 1', 'Bearer 2']);
  });

  it('uses one connection for requests that follow each other', async () => {
    const ports = new Set<number | undefined>();
    handle = (request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    };
    for (const path of ['/a', '/b', '/c']) {
      await text((await requestCluster(endpoint, { path })).body);
    }
    expect(ports.size).toBe(1);
  });

  it('gives up where no headers come in time, and closes the connection', async () => {
    let closed: Promise<unknown> | undefined;
    handle = request => {
      closed = once(request.socket, 'close');
    };
    await expect(
      requestCluster(endpoint, { path: '/api', timeoutMs: 50 }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('no answer within 50 ms'),
    });
    await closed;
  });

  it('has no limit for the body once the headers are here', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    try {
      let finish = () => {};
      handle = (_, response) => {
        response.writeHead(200).write('first ');
        finish = () => response.end('last');
      };
      const response = await requestCluster(endpoint, {
        path: '/api',
        timeoutMs: 1_000,
      });
      jest.advanceTimersByTime(3_600_000);
      finish();
      expect(await text(response.body)).toBe('first last');
    } finally {
      jest.useRealTimers();
    }
  });

  it('closes the connection when the caller gives up in the middle of the body', async () => {
    let closed: Promise<unknown> | undefined;
    handle = (request, response) => {
      closed = once(request.socket, 'close');
      response.writeHead(200).write('first');
    };
    const controller = new AbortController();
    const response = await requestCluster(endpoint, {
      path: '/api',
      signal: controller.signal,
    });
    controller.abort();
    await expect(text(response.body)).rejects.toThrow();
    await closed;
  });

  it("rejects with the signal's own reason", async () => {
    handle = () => {};
    const controller = new AbortController();
    const answer = requestCluster(endpoint, {
      path: '/api',
      signal: controller.signal,
    });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
    await expect(
      requestCluster(endpoint, { path: '/api', signal: controller.signal }),
    ).rejects.toBe(reason);
  });

  it('says which cluster does not answer, without its credential', async () => {
    const nobody = { ...endpoint, url: 'http://127.0.0.1:9' };
    const error = await requestCluster(nobody, { path: '/api' }).catch(
      caught => caught,
    );
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(
      /^Cluster 'prod-1' does not answer at http:\/\/127.0.0.1:9: .*ECONNREFUSED/,
    );
    expect(String(error)).not.toContain('hush');
  });

  it('passes on that a credential cannot be read', async () => {
    const broken: ClusterEndpoint = {
      ...endpoint,
      headers: async () => {
        throw new AuthenticationError('no token');
      },
    };
    await expect(requestCluster(broken, { path: '/api' })).rejects.toThrow(
      'no token',
    );
  });
});

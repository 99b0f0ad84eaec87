import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClientRequest,
  IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { request as requestHttps, RequestOptions } from 'node:https';
import { ClusterEndpoint } from '../ClusterAccess';
import { answerOfCluster } from './answerOfCluster';
import { ClusterRequest, ClusterResponse } from './ClusterRequest';
import { quietWatch } from './quietWatch';

const DEFAULT_TIMEOUT_MS = 30_000;
/** Longer than any API server keeps a watch open. */
const LONGEST_WATCH_MS = 3 * 3_600_000;

/**
 * Sends one request to a cluster and resolves when the answer's headers are here; with a watch through the
 * Kubernetes plugin, whose proxy keeps them back until the first event, when the cluster is known to be there.
 *
 * The process's own agents are used: they keep connections alive, never share one between endpoints
 * that trust differently (the certificates are part of their pool's key), and know the proxy that the
 * platform may have set for this process.
 *
 * @throws ServiceUnavailableError where the cluster does not answer: refused, unknown host, a
 * certificate that is not trusted, silence for `timeoutMs`; and where the Kubernetes plugin on the way
 * refuses. The message holds no credential.
 * @throws the signal's reason where the caller gave up.
 * @public
 */
export async function requestCluster(
  endpoint: ClusterEndpoint,
  request: ClusterRequest,
): Promise<ClusterResponse> {
  request.signal?.throwIfAborted();
  const authorization = await endpoint.headers();
  request.signal?.throwIfAborted();

  if (endpoint.via === undefined) {
    return send(endpoint, request, authorization);
  }
  const ask = async (asked: ClusterRequest) =>
    answerOfCluster(endpoint, await send(endpoint, asked, authorization));
  return request.query?.watch === true
    ? quietWatch({
        open: signal =>
          ask({
            ...request,
            signal: request.signal
              ? AbortSignal.any([request.signal, signal])
              : signal,
            // Its headers may come much later; that the cluster is there is told by another answer.
            timeoutMs: LONGEST_WATCH_MS,
          }),
        async probe() {
          const { body } = await ask({
            path: '/version',
            signal: request.signal,
            timeoutMs: request.timeoutMs,
          });
          body.resume();
        },
      })
    : ask(request);
}

function send(
  endpoint: ClusterEndpoint,
  request: ClusterRequest,
  authorization: Record<string, string>,
): Promise<ClusterResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = openRequest(endpoint, {
      method: request.method ?? 'GET',
      headers: {
        Accept: 'application/json',
        // The body is handed on as it comes; and a proxy that compresses holds events back.
        'Accept-Encoding': 'identity',
        ...request.headers,
        ...(request.body !== undefined && {
          'Content-Length': `${Buffer.byteLength(request.body)}`,
        }),
        ...authorization,
      },
      path: pathOf(endpoint, request),
      signal: request.signal,
    });

    const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const timer = setTimeout(
      () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)),
      timeoutMs,
    );

    outgoing.once('response', (incoming: IncomingMessage) => {
      clearTimeout(timer);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        body: incoming,
      });
    });
    // Stays for the whole life of the request: after the headers the promise is settled, and the
    // error of a broken connection reaches the reader of the body.
    outgoing.on('error', cause => {
      clearTimeout(timer);
      reject(
        request.signal?.aborted
          ? request.signal.reason
          : unreachable(endpoint, cause),
      );
    });
    outgoing.end(request.body);
  });
}

function openRequest(
  endpoint: ClusterEndpoint,
  options: RequestOptions,
): ClientRequest {
  const url = new URL(endpoint.url);
  const address = {
    ...options,
    // A URL has brackets around an IPv6 address; a socket takes it without.
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || undefined,
  };
  if (url.protocol === 'http:') {
    return requestHttp(address);
  }
  return requestHttps({
    ...address,
    ca: endpoint.caData
      ? Buffer.from(endpoint.caData, 'base64').toString('utf8')
      : undefined,
    rejectUnauthorized: !endpoint.skipTlsVerify,
  });
}

function pathOf(endpoint: ClusterEndpoint, request: ClusterRequest): string {
  const base = new URL(endpoint.url).pathname.replace(/\/+$/, '');
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) {
      query.set(key, String(value));
    }
  }
  const search = query.toString();
  return `${base}${request.path}${search && `?${search}`}`;
}

function unreachable(
  endpoint: ClusterEndpoint,
  cause: Error,
): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `Cluster '${endpoint.name}' does not answer at ${
      endpoint.url
    }: ${describeCause(cause)}`,
    cause,
  );
}

/** Where every address of a host name was tried, the error has no message of its own. */
function describeCause(cause: Error & { errors?: Error[] }): string {
  return (
    cause.errors?.map(({ message }) => message).join(', ') ?? cause.message
  );
}

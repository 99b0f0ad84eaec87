import { Agent, request as httpsRequest } from 'node:https';
import { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Where an API server is, and as whom to ask it. */
export interface KubernetesClientOptions {
  /** Address without a trailing slash. */
  readonly url: string;
  /** Certificates to trust, PEM. */
  readonly ca: string;
  readonly token: string;
  /** Connections that are kept open at most. */
  readonly connections: number;
}

/** One request. */
export interface KubernetesRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  /** With the query. */
  readonly path: string;
  /** Sent as JSON; a `PATCH` is a merge patch. */
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/**
 * The plainest client of an API server: no discovery, no retry, no compression, connections kept open.
 * Whatever is held against it has nothing faster to fear.
 */
export class KubernetesClient {
  readonly #options: KubernetesClientOptions;
  readonly #agent: Agent;

  constructor(options: KubernetesClientOptions) {
    this.#options = options;
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: options.connections,
      ca: options.ca,
    });
  }

  /** Resolves with the answer as soon as its head is there. */
  open(asked: KubernetesRequest): Promise<IncomingMessage> {
    const { method = 'GET', path, body, signal } = asked;
    const { url, token } = this.#options;
    const content = body && JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = httpsRequest(
        `${url}${path}`,
        {
          method,
          agent: this.#agent,
          signal,
          headers: {
            Authorization: `Bearer ${token}`,
            Accept: 'application/json',
            'Accept-Encoding': 'identity',
            ...(content && {
              'Content-Type':
                method === 'PATCH'
                  ? 'application/merge-patch+json'
                  : 'application/json',
              'Content-Length': Buffer.byteLength(content),
            }),
          },
        },
        resolve,
      );
      sent.on('error', reject);
      sent.end(content);
    });
  }

  /**
   * The whole answer as text.
   *
   * @throws Error where it is not a success, with what the API server said.
   */
  async send(asked: KubernetesRequest): Promise<string> {
    const answer = await this.open(asked);
    const content = await text(answer);
    if (answer.statusCode === undefined || answer.statusCode >= 300) {
      throw new Error(
        `${asked.method ?? 'GET'} ${asked.path} was answered ${
          answer.statusCode
        }: ${content.slice(0, 300)}`,
      );
    }
    return content;
  }

  /** Closes the connections; what is under way breaks off. */
  close(): void {
    this.#agent.destroy();
  }
}

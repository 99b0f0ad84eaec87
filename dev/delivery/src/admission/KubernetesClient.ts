import type { ControlPlane } from '@internal/control-plane';
import { request } from 'node:https';

/** An answer of the API server, as any client sees it. */
export interface KubernetesAnswer {
  status: number;
  /** Texts of the `Warning` headers, which `kubectl` and `oc` print. */
  warnings: string[];
  body: unknown;
}

/** A request to the API server. */
export interface KubernetesRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** Sent as JSON; a PATCH is a merge patch. */
  body?: unknown;
}

/** Asks the API server over HTTPS, as somebody with that token. */
export class KubernetesClient {
  constructor(
    private readonly cluster: Pick<ControlPlane, 'url' | 'caData'>,
    private readonly token: string,
  ) {}

  send({ method, path, body }: KubernetesRequest): Promise<KubernetesAnswer> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.cluster.url}${path}`, {
        method,
        ca: Buffer.from(this.cluster.caData, 'base64').toString(),
        agent: false,
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type':
            method === 'PATCH'
              ? 'application/merge-patch+json'
              : 'application/json',
        },
      });
      asked.on('error', reject);
      asked.on('response', answer => {
        const chunks: Buffer[] = [];
        answer.on('data', chunk => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            warnings: (answer.headersDistinct.warning ?? []).map(textOfWarning),
            body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
          }),
        );
      });
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

/** `299 - "text"`, where the text has `\"` for a quote. */
function textOfWarning(header: string): string {
  const text = /^\d{3} \S+ "(.*)"$/s.exec(header)?.[1] ?? header;
  return text.replaceAll(/\\(.)/g, '$1');
}

import { textAt } from '../check/valueAt';

/** An answer of the portal: its status, and its body where that is JSON. */
export interface PortalAnswer {
  status: number;
  body: unknown;
}

/** Asks a portal's backend over HTTP. */
export interface PortalClient {
  get(path: string): Promise<PortalAnswer>;
  post(path: string, body: unknown): Promise<PortalAnswer>;
}

/** A client that is signed in as nobody. */
export function anonymousClient(baseUrl: string): PortalClient {
  return clientWith(baseUrl, {});
}

/** Signs in with the guest provider; throws where that is refused. */
export async function signInAsGuest(baseUrl: string): Promise<PortalClient> {
  const answer = await anonymousClient(baseUrl).get('/api/auth/guest/refresh');
  const token = textAt(answer.body, 'backstageIdentity', 'token');
  if (token === undefined) {
    throw new Error(
      `Guest sign-in was answered with status ${answer.status} and no token: is auth.providers.guest configured, and its user in the catalog?`,
    );
  }
  return clientOfToken(baseUrl, token);
}

/** A client of somebody who has signed in already. */
export function clientOfToken(baseUrl: string, token: string): PortalClient {
  return clientWith(baseUrl, { authorization: `Bearer ${token}` });
}

function clientWith(
  baseUrl: string,
  headers: Record<string, string>,
): PortalClient {
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(`${baseUrl}${path}`, init);
    const text = await response.text();
    const isJson = response.headers
      .get('content-type')
      ?.startsWith('application/json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  };
  return {
    get: path => ask(path, { headers }),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { Look } from './waitUntil';

function statusOf(options: {
  url: string;
  ca: string;
  token: string;
}): Promise<number> {
  const { url, ca, token } = options;
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/readyz`,
      {
        ca,
        headers: { authorization: `Bearer ${token}` },
        timeout: 2000,
        // A connection that stays open would hold up the end of the API server.
        agent: false,
      },
      answer => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.on('error', reject);
    asked.end();
  });
}

/** Looks whether an API server says that it is ready; it writes the certificate to trust at its first start. */
export async function isApiServerReady(options: {
  url: string;
  caFile: string;
  token: string;
}): Promise<Look<undefined>> {
  const { url, caFile, token } = options;
  try {
    const ca = await readFile(caFile, 'utf8');
    const status = await statusOf({ url, ca, token });
    return status === 200
      ? { done: true, value: undefined }
      : { done: false, why: `/readyz answered ${status}` };
  } catch (error) {
    return { done: false, why: `${error}` };
  }
}

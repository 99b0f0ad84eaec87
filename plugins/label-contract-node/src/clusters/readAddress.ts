import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads the key `url` as the base URL of an API server, without a trailing slash.
 *
 * @throws InputError with the path of the key.
 */
export function readAddress(config: Config, path: string): string {
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `${path}.url is no address of an API server: it has to start with https:// or http://`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${path}.url must not hold a user, a password, a query or a fragment; the credential belongs into serviceAccountToken`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

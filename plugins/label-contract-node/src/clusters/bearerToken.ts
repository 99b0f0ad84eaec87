import { InputError } from '@backstage/errors';

/**
 * The token without blanks around it.
 *
 * @throws InputError with the path of its key, and never with the token, for one that no header can hold.
 */
export function bearerToken(
  found: string | undefined,
  path: string,
): string | undefined {
  const token = found?.trim();
  // Node.js would refuse such a header too, but only at the first request and without this path.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new InputError(
      `${path}.serviceAccountToken is no bearer token: it holds blanks, line breaks or characters outside ASCII, or nothing`,
    );
  }
  return token;
}

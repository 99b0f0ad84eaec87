import { resolve } from 'node:path';

// The packages of dev/ run from their sources only and are never bundled.
// eslint-disable-next-line no-restricted-syntax
const sourceFolder = __dirname;

/** The root of this repository. */
export const rootFolder = resolve(sourceFolder, '../../..');

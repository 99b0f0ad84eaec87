import { resolve } from 'node:path';

/** The root of this repository. */
export const rootFolder = resolve(__dirname, '../../..');

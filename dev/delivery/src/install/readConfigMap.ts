import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { textAt } from '../check/valueAt';

/**
 * Reads one key of a ConfigMap manifest as YAML.
 * Throws when the file is no ConfigMap with that key: what is shipped has to be what is tested.
 */
export async function readConfigMap(
  file: string,
  key: string,
): Promise<unknown> {
  const document: unknown = parse(await readFile(file, 'utf8'));
  const text = textAt(document, 'data', key);
  if (textAt(document, 'kind') !== 'ConfigMap' || text === undefined) {
    throw new Error(`${file} is not a ConfigMap with the key '${key}'`);
  }
  return parse(text);
}

import { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** A template of this project, by its folder. */
export function readTemplate(name: string): Entity {
  const file = `../../../../templates/${name}/template.yaml`;
  return parse(readFileSync(resolve(__dirname, file), 'utf8'));
}

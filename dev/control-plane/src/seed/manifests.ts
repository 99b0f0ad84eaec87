import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { packageFolder, rbacFolder } from '../folders';

/** The annotation that names what kwok shall simulate for a pod; one file in `stages/` for each value. */
export const simulateAnnotation = 'portal-operations.io/simulate';

/** What the seeding has to know of a manifest. */
export interface Manifest {
  kind: string;
  name: string;
  /** Undefined for kinds without a namespace. */
  namespace?: string;
  /** Value of {@link simulateAnnotation} on the pod template. */
  simulate?: string;
}

/** Folder with the workshop's manifests, one file a namespace. */
export const workshopManifestFolder = path.join(packageFolder, 'manifests');

function textAt(value: unknown, keys: readonly string[]): string | undefined {
  let here = value;
  for (const key of keys) {
    if (typeof here !== 'object' || !here || !(key in here)) {
      return undefined;
    }
    here = Object.entries(here).find(([name]) => name === key)?.[1];
  }
  return typeof here === 'string' ? here : undefined;
}

/** Reads what a YAML text declares; throws with the place when a document is not YAML, or no Kubernetes object. */
export function parseManifests(text: string, source: string): Manifest[] {
  return parseAllDocuments(text).map((document, index) => {
    const place = `Document ${index + 1} of ${source}`;
    if (document.errors.length > 0) {
      throw new Error(`${place} is not YAML: ${document.errors[0].message}`);
    }
    const value: unknown = document.toJS();
    const kind = textAt(value, ['kind']);
    const name = textAt(value, ['metadata', 'name']);
    if (!kind || !name) {
      throw new Error(`${place} has no kind or no metadata.name`);
    }
    return {
      kind,
      name,
      namespace: textAt(value, ['metadata', 'namespace']),
      simulate: textAt(value, [
        'spec',
        'template',
        'metadata',
        'annotations',
        simulateAnnotation,
      ]),
    };
  });
}

function readManifests(folder: string): Manifest[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && name !== 'kustomization.yaml')
    .sort()
    .flatMap(name => {
      const file = path.join(folder, name);
      return parseManifests(readFileSync(file, 'utf8'), file);
    });
}

/** Everything that the workshop puts into its namespaces, namespaces included. */
export function workshopManifests(): Manifest[] {
  return readManifests(workshopManifestFolder);
}

/** The portal's identity and rights, as a platform team installs them. */
export function rbacManifests(): Manifest[] {
  return readManifests(rbacFolder);
}

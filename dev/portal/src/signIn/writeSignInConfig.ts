import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { rootFolder } from '../rootFolder';
import { people, userEntity } from './people';

const policies = join(rootFolder, 'install/policies');

/** Where `app-config-rbac` expects the files of the ConfigMap `rbac-policies`. */
const mountedPolicies = '/opt/app-root/src/rbac-policies';

/** The configuration in a ConfigMap of `install/policies`. */
async function shippedConfig(folder: string, name: string): Promise<string> {
  const { data } = parse(
    await readFile(join(policies, folder, `${name}.yaml`), 'utf8'),
  );
  const config: unknown = data?.[`${name}.yaml`];
  if (typeof config !== 'string') {
    throw new Error(`${name}.yaml has no key '${name}.yaml'`);
  }
  return config;
}

/**
 * Writes the configuration with which a portal signs people in and judges them by their roles: what `install/policies`
 * ships, and what only this portal needs.
 *
 * @returns paths of the files, the later ones on top.
 */
export async function writeSignInConfig(folder: string): Promise<string[]> {
  const databases = join(folder, 'databases');
  const peopleFile = join(folder, 'people.yaml');
  await mkdir(databases);
  await writeFile(
    peopleFile,
    people.map(person => JSON.stringify(userEntity(person))).join('\n---\n'),
  );
  const own = {
    // RBAC looks for teams in the catalog's own tables, which it does not find in memory.
    backend: { database: { connection: { directory: databases } } },
    catalog: {
      locations: [join(rootFolder, 'catalog-info/all.yaml'), peopleFile].map(
        target => ({
          type: 'file',
          target,
          rules: [
            {
              allow: [
                ...['Component', 'System', 'API', 'Resource', 'Location'],
                ...['User', 'Group', 'Template'],
              ],
            },
          ],
        }),
      ),
    },
  };
  const rbac = await shippedConfig('', 'app-config-rbac');
  const files = {
    'app-config-oidc.yaml': await shippedConfig('oidc', 'app-config-oidc'),
    'app-config-rbac.yaml': rbac.replaceAll(mountedPolicies, policies),
    'own.yaml': JSON.stringify(own),
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
  }
  return Object.keys(files).map(name => join(folder, name));
}

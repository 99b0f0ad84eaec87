import type { Cluster } from '../Cluster';
import { rbacFolder } from '../folders';
import { waitUntil } from '../processes/waitUntil';
import { workshopManifestFolder, workshopManifests } from './manifests';
import {
  whyUnsettled,
  type DeploymentView,
  type PodView,
} from './seedProgress';

/** Options of {@link seedWorkshop}. */
export interface SeedWorkshopOptions {
  /** Gets plain lines that say what is done and about how long it takes. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

interface List<T> {
  items: T[];
}

/** A cluster with kubelets has to pull images and to crash a container twice before it says CrashLoopBackOff. */
const settleTimeoutSeconds = 300;

// `--force-conflicts`: seeding puts things back that a person, or a test, has changed with another tool.
const apply = [
  'apply',
  '--server-side',
  '--force-conflicts',
  '--field-manager=workshop-seed',
];

/**
 * Applies the workshop's namespaces and workloads and the RBAC manifests of `install/rbac`, and waits until every pod
 * is Ready and the migrator is in CrashLoopBackOff. Run again, it puts back what was changed since.
 * Throws after five minutes with what is not as it should be.
 */
export async function seedWorkshop(
  cluster: Cluster,
  options: SeedWorkshopOptions = {},
): Promise<void> {
  const { log = () => {}, signal } = options;
  log(
    'Seeding the workshop: namespaces, workloads, and the rights of the portal (a few seconds)',
  );
  await cluster.kubectl([...apply, '--filename', workshopManifestFolder]);
  await cluster.kubectl([...apply, '--kustomize', rbacFolder]);

  const namespaces = workshopManifests()
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ name }) => name);
  const podsIn = async (namespace: string): Promise<PodView[]> => {
    const list: List<PodView> = JSON.parse(
      await cluster.kubectl([
        'get',
        'pods',
        `--namespace=${namespace}`,
        '--output=json',
      ]),
    );
    return list.items;
  };
  await waitUntil(
    async () => {
      // Only what the manifests name: a cluster of the person's may have a lot more.
      const declared: List<DeploymentView | { kind: 'Namespace' }> = JSON.parse(
        await cluster.kubectl([
          'get',
          '--filename',
          workshopManifestFolder,
          '--output=json',
        ]),
      );
      const pods = (await Promise.all(namespaces.map(podsIn))).flat();
      const reasons = declared.items.flatMap(item =>
        item.kind === 'Deployment' ? whyUnsettled(item, pods) ?? [] : [],
      );
      return reasons.length === 0
        ? { done: true, value: undefined }
        : { done: false, why: reasons.join('; ') };
    },
    {
      what: "the workshop's pods",
      timeoutSeconds: settleTimeoutSeconds,
      intervalMilliseconds: 300,
      signal,
    },
  );
  log('The workshop is there');
}

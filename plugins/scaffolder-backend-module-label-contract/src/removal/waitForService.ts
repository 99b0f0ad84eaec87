import type { KubernetesObject } from '@kubernetes/client-node';
import type { Run } from '../apply/Run';
import { FoundObject, nameOfFound } from './FoundObject';
import { isPodOf } from './isPodOf';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import { waitUntilGone } from './waitUntilGone';

/**
 * Waits until the objects of a service are gone, and their pods.
 *
 * @throws RefusedError
 */
export async function waitForService(
  run: Run,
  { namespace, waitSeconds }: ServiceToRemove,
  deleted: readonly FoundObject[],
): Promise<void> {
  const { client, record, log, signal } = run;
  if (deleted.length === 0) {
    return;
  }
  if (waitSeconds === 0) {
    log('Not waiting until all is gone, as waitSeconds is 0');
    return;
  }
  const deployments = deleted.flatMap(({ kind, live }) =>
    kind === 'Deployment' ? [live] : [],
  );
  let remaining = deleted;
  await waitUntilGone({
    waitSeconds,
    log,
    signal,
    async look() {
      const held: FoundObject[] = [];
      for (const found of remaining) {
        const items: KubernetesObject[] = await client.list(found.kind, {
          namespace,
        });
        const live = items.find(
          ({ metadata }) => metadata?.uid === found.live.metadata?.uid,
        );
        if (live) {
          held.push({ kind: found.kind, live });
          record.noteOwn(nameOfFound(found), 'being deleted');
        }
      }
      remaining = held;
      const pods = await client.listPods({ namespace });
      const left = pods.filter(pod => isPodOf(pod, deployments)).length;
      return [
        ...held.map(describeHeld),
        ...(left > 0 ? [`${left} ${left === 1 ? 'pod' : 'pods'}`] : []),
      ];
    },
  });
  log('All of it is gone, its pods too');
}

/** An object that is being deleted is held by its finalizers, and by nothing else. */
function describeHeld({ kind, live }: FoundObject): string {
  const { name, finalizers = [] } = live.metadata ?? {};
  return finalizers.length > 0
    ? `${kind} ${name} (held by ${finalizers.join(', ')})`
    : `${kind} ${name}`;
}

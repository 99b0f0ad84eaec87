import type { KubernetesObject } from '@kubernetes/client-node';
import { MADE_BY_TASK } from '../manifests/ownershipLabels';
import type { WrittenKind } from '../objects/WrittenKinds';
import { KINDS } from '../objects/kinds';
import type { Run } from './Run';

/** What would be lost with a namespace, as far as the actions may look. */
const CONTENTS: readonly WrittenKind[] = [
  'Deployment',
  'Service',
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy',
];

/**
 * Removes a namespace that this very task made and that holds nothing yet: its first object was refused,
 * and a second try shall find things as they were. What it did, it tells the log.
 */
export async function undoNamespace(run: Run, name: string): Promise<void> {
  const { client, record, log } = run;
  const live = await client.read('Namespace', { name });
  if (!live || !isMadeBy(run, live)) {
    return;
  }
  const isRemovable =
    (await client.mayI({
      verb: 'delete',
      group: '',
      resource: 'namespaces',
    })) && (await isEmpty(run, name));
  if (!isRemovable) {
    log(`Namespace ${name}, made by this run, remains`);
    return;
  }
  await client.remove('Namespace', live);
  record.forget({ kind: 'Namespace', name });
  log(
    `Removed namespace ${name} again, as this run made it and nothing is in it`,
  );
}

function isMadeBy({ origin }: Run, { metadata }: KubernetesObject): boolean {
  const task = origin[MADE_BY_TASK];
  return (
    task !== undefined &&
    metadata?.annotations?.[MADE_BY_TASK] === task &&
    !metadata.deletionTimestamp
  );
}

/** Whether there is nothing but what this task made itself. What can't be listed may be there. */
async function isEmpty(run: Run, namespace: string): Promise<boolean> {
  const { client } = run;
  if ((await client.listPods({ namespace })).length > 0) {
    return false;
  }
  for (const kind of CONTENTS) {
    const { group, resource } = KINDS[kind];
    if (!(await client.mayI({ verb: 'list', group, resource, namespace }))) {
      return false;
    }
    const items: KubernetesObject[] = await client.list(kind, { namespace });
    if (!items.every(item => isMadeBy(run, item))) {
      return false;
    }
  }
  return true;
}

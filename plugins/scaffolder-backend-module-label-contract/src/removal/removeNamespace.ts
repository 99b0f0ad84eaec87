import type { KubernetesObject, V1Namespace } from '@kubernetes/client-node';
import { isMadeByUs } from '../objects/managersOf';
import type { Run } from '../apply/Run';
import { SERVICE, TEAM } from '../manifests/ownershipLabels';
import { FoundObject, nameOfFound } from './FoundObject';
import { gitOpsToolOf } from './gitOpsToolOf';
import { namespaceHolders } from './namespaceHolders';
import { nameSome } from './nameSome';
import { removeObject } from './removeObject';
import type { RemovedObject } from './RemovedObject';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import { waitUntilGone } from './waitUntilGone';
import { whoseIs } from './whoseIs';

/** What changed hands between a look and a deletion. */
export const BECAME_FOREIGN = 'somebody else changed whose it is meanwhile';

/** Whether a namespace may go: with its kit, or with an Application, or not, and why. */
export type NamespaceFate =
  | { readonly kind: 'goes'; readonly kit: readonly FoundObject[] }
  | { readonly kind: 'goes-with-application' }
  | { readonly kind: 'stays'; readonly reason: string };

/** Decides about a namespace of the team. */
export async function namespaceFate(
  { client }: Run,
  request: ServiceToRemove,
  namespace: V1Namespace,
  goes: {
    deployments: readonly KubernetesObject[];
    isBrought: (live: KubernetesObject) => boolean;
  },
): Promise<NamespaceFate> {
  if (!request.removeNamespace) {
    return { kind: 'stays', reason: 'its removal was not asked for' };
  }
  if (!isMadeByUs(namespace)) {
    return {
      kind: 'stays',
      reason: `${whoseIs(namespace)}, not by this portal`,
    };
  }
  const service = namespace.metadata?.labels?.[SERVICE];
  if (service && service !== request.service) {
    return { kind: 'stays', reason: `it was made for service ${service}` };
  }
  const { kit, holders } = await namespaceHolders(client, request, goes);
  if (holders.length > 0) {
    return { kind: 'stays', reason: `it holds ${nameSome(holders)}` };
  }
  return { kind: 'goes', kit };
}

/**
 * Deletes a namespace with its kit, and waits until it is gone.
 *
 * @returns what was done, the kit first.
 * @throws RefusedError
 */
export async function removeNamespace(
  run: Run,
  request: ServiceToRemove,
  options: { namespace: V1Namespace; kit: readonly FoundObject[] },
): Promise<RemovedObject[]> {
  const { client, record, log } = run;
  const { namespace, kit } = options;
  const done: RemovedObject[] = [];
  for (const found of [
    ...kit,
    { kind: 'Namespace' as const, live: namespace },
  ]) {
    const object = nameOfFound(found);
    const outcome = await removeObject({
      client,
      found,
      mayGo: isOfTeam(request),
    });
    if (outcome === 'kept') {
      record.forget(object);
      return [...done, { object, outcome: 'stays', reason: BECAME_FOREIGN }];
    }
    log(`Deleted ${found.kind} ${object.name}`);
    if (found.kind === 'Namespace') {
      record.noteOwn(object, 'being deleted');
      await waitForNamespace(run, request, namespace);
    }
    record.noteRemoved(object);
    done.push({ object, outcome: 'deleted' });
  }
  return done;
}

/** Waits until a namespace that is being deleted is gone. @throws RefusedError */
export async function waitForNamespace(
  { client, log, signal }: Run,
  { waitSeconds }: ServiceToRemove,
  { metadata }: V1Namespace,
): Promise<void> {
  const name = metadata?.name ?? '';
  if (waitSeconds === 0) {
    return;
  }
  await waitUntilGone({
    waitSeconds,
    log,
    signal,
    async look() {
      const live = await client.read('Namespace', { name });
      return live && live.metadata?.uid === metadata?.uid
        ? [`namespace ${name}${reasonsOf(live)}`]
        : [];
    },
  });
  log(`Namespace ${name} is gone`);
}

function isOfTeam({ team }: ServiceToRemove) {
  return ({ live }: FoundObject) =>
    live.metadata?.labels?.[TEAM] === team &&
    isMadeByUs(live) &&
    !gitOpsToolOf(live);
}

/** What Kubernetes says holds it, such as objects with finalizers. */
function reasonsOf({ status }: V1Namespace): string {
  const reasons = (status?.conditions ?? [])
    .filter(condition => condition.status === 'True' && condition.message)
    .map(({ message }) => message);
  return reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
}

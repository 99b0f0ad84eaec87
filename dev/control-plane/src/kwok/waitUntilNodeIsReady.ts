import path from 'node:path';
import { packageFolder } from '../folders';
import type { Kubectl } from '../kubectl';
import { waitUntil, type Look } from '../processes/waitUntil';

/** The part of a Node that says whether pods can be scheduled on it. */
export interface NodeStatusView {
  spec?: { taints?: { key: string; effect: string }[] };
  status?: { conditions?: { type: string; status: string }[] };
}

/** Says whether pods without tolerations can be scheduled on a node, and why not. */
export function lookAtNode(node: NodeStatusView): Look<undefined> {
  const ready = node.status?.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') {
    return { done: false, why: 'the node is not Ready' };
  }
  // Admission puts it on every new node; the controller manager takes it off when the node is ready.
  const taint = node.spec?.taints?.find(
    ({ effect }) => effect !== 'PreferNoSchedule',
  );
  return taint
    ? { done: false, why: `the node has the taint ${taint.key}` }
    : { done: true, value: undefined };
}

/**
 * Makes the one node of the cluster, or finds that of an earlier start, and waits until pods can be scheduled on it:
 * then the controller manager and kwok work.
 */
export async function waitUntilNodeIsReady(options: {
  kubectl: Kubectl;
  kubeletPort: number;
  timeoutSeconds: number;
  signal?: AbortSignal;
}): Promise<void> {
  const { kubectl, kubeletPort, timeoutSeconds, signal } = options;
  const manifest = path.join(packageFolder, 'node.yaml');
  await kubectl.run(['apply', '--server-side', '--filename', manifest]);
  await kubectl.run([
    'patch',
    '--filename',
    manifest,
    '--subresource=status',
    '--type=merge',
    '--patch',
    // kwok writes the port when it takes a node in, and keeps the old one of a node that it knows.
    JSON.stringify({
      status: { daemonEndpoints: { kubeletEndpoint: { Port: kubeletPort } } },
    }),
  ]);
  await waitUntil(
    async () =>
      lookAtNode(
        JSON.parse(
          await kubectl.run(['get', '--filename', manifest, '--output=json']),
        ),
      ),
    { what: 'a node that takes pods', timeoutSeconds, signal },
  );
}

import { readFile } from 'node:fs/promises';
import type { ControlPlane } from './Cluster';
import { controlPlaneFiles } from './controlPlaneFiles';

/**
 * Makes etcd forget all revisions but the newest, as a Kubernetes API server asks it to every five
 * minutes. What was read before cannot be continued from there any more (410).
 */
export async function compactEtcd(
  controlPlane: Pick<ControlPlane, 'folder'>,
): Promise<void> {
  const { ports } = controlPlaneFiles(controlPlane.folder);
  const [etcdClient]: unknown[] = JSON.parse(await readFile(ports, 'utf8'));
  const ask = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${etcdClient}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`etcd answered ${path} with ${answer.status}: ${text}`);
    }
    return JSON.parse(text);
  };

  // Any key: the answer's header names the newest revision.
  const found = await ask('/v3/kv/range', { key: 'Lw==' });
  const { revision } = Object(Object(found).header);
  if (typeof revision !== 'string') {
    throw new Error('etcd names no revision in the header of an answer');
  }
  await ask('/v3/kv/compaction', { revision, physical: true });
}

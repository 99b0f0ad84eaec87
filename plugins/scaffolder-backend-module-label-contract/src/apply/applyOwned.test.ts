import type { V1Namespace } from '@kubernetes/client-node';
import { applyOwned } from './applyOwned';
import { AnsweredError, ClusterClient } from '../cluster/ClusterClient';
import type { WrittenKind, WrittenKinds } from '../objects/WrittenKinds';

const TEAM = 'portal-operations.io/team';

/** An API server that says "changed meanwhile" as often as told. */
function busyServer(staleAnswers: number) {
  const applied: (string | undefined)[] = [];
  let version = 10;
  const client: Pick<ClusterClient, 'read' | 'apply'> = {
    async read<K extends WrittenKind>() {
      const live: V1Namespace = {
        metadata: { resourceVersion: `${version}`, labels: { [TEAM]: 'a' } },
      };
      return live as WrittenKinds[K];
    },
    async apply(_kind, object) {
      applied.push(object.metadata?.resourceVersion);
      version++;
      if (applied.length <= staleAnswers) {
        throw new AnsweredError({ kind: 'stale' });
      }
      return object;
    },
  };
  return { client: client as ClusterClient, applied };
}

const desired: V1Namespace = {
  metadata: { name: 'n', labels: { [TEAM]: 'a' } },
};

describe('applyOwned', () => {
  it('reads again when the object has changed, and applies with that version', async () => {
    const { client, applied } = busyServer(2);
    const pauses: number[] = [];
    await applyOwned({
      client,
      kind: 'Namespace',
      desired,
      team: 'a',
      sleep: async ms => void pauses.push(ms),
    });
    expect(applied).toEqual(['10', '11', '12']);
    expect(pauses).toEqual([100, 400]);
  });

  it('reads again as often, where it was tried before', async () => {
    const { client, applied } = busyServer(3);
    const before: V1Namespace = {
      metadata: { resourceVersion: '9', labels: { [TEAM]: 'a' } },
    };
    await applyOwned({
      client,
      kind: 'Namespace',
      desired,
      team: 'a',
      tried: { before },
      sleep: async () => {},
    });
    expect(applied).toEqual(['9', '11', '12', '13']);
  });

  it('gives up after it was read again three times', async () => {
    const { client, applied } = busyServer(4);
    await expect(
      applyOwned({
        client,
        kind: 'Namespace',
        desired,
        team: 'a',
        sleep: async () => {},
      }),
    ).rejects.toMatchObject({
      refusal: {
        kind: 'changed-meanwhile',
        object: { kind: 'Namespace', name: 'n' },
      },
    });
    expect(applied).toHaveLength(4);
  });
});

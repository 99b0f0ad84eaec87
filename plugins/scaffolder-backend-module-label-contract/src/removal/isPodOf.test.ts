import type { V1OwnerReference } from '@kubernetes/client-node';
import { isPodOf } from './isPodOf';

const deployments = [{ metadata: { name: 'orders' } }];

const podOf = (owner: Partial<V1OwnerReference>) => ({
  metadata: {
    labels: { 'pod-template-hash': '5d4f' },
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        uid: '1',
        controller: true,
        name: 'orders-5d4f',
        ...owner,
      },
    ],
  },
});

describe('isPodOf', () => {
  it.each([
    [true, 'of its ReplicaSet', {}],
    [
      false,
      'of a Deployment with a longer name',
      { name: 'orders-worker-5d4f' },
    ],
    [false, 'of another controller', { kind: 'Job' }],
    [false, 'that somebody else controls', { controller: false }],
  ])('says %s of a pod %s', (expected, _, owner) => {
    expect(isPodOf(podOf(owner), deployments)).toBe(expected);
  });

  it('says no of a pod that nothing controls', () => {
    expect(isPodOf({ metadata: { name: 'orders-5d4f' } }, deployments)).toBe(
      false,
    );
  });
});

import type { V1Pod, V1ResourceQuota } from '@kubernetes/client-node';
import { quotaShortfalls } from './quotaShortfalls';

const pod: V1Pod = {
  spec: {
    containers: [
      {
        name: 'api',
        resources: {
          requests: { cpu: '250m', memory: '96Mi' },
          limits: { memory: '1Gi' },
        },
      },
      { name: 'proxy', resources: { requests: { cpu: '50m' } } },
    ],
    initContainers: [
      { name: 'wait', resources: { requests: { cpu: '200m', memory: '1Gi' } } },
    ],
  },
};

const quota = (
  hard: Record<string, string>,
  used: Record<string, string> = {},
  spec: V1ResourceQuota['spec'] = {},
): V1ResourceQuota => ({
  metadata: { name: 'team-quota' },
  spec: { hard, ...spec },
  status: { hard, used },
});

const shortfalls = (one: V1ResourceQuota, count = 3) =>
  quotaShortfalls({ quotas: [one], pod, count });

describe('quotaShortfalls', () => {
  it('sums the containers of all pods and adds what is used', () => {
    expect(
      shortfalls(quota({ 'requests.cpu': '1' }, { 'requests.cpu': '200m' })),
    ).toEqual([
      {
        quota: 'team-quota',
        resource: 'requests.cpu',
        hard: '1',
        used: '200m',
        needed: '900m',
      },
    ]);
    expect(
      shortfalls(quota({ 'requests.cpu': '1100m' }, { cpu: '0' })),
    ).toEqual([]);
  });

  it('takes the largest init container where it needs more than the others together', () => {
    expect(shortfalls(quota({ memory: '2Gi' }))).toMatchObject([
      { resource: 'memory', needed: '3072Mi' },
    ]);
  });

  it.each([
    ['pods', '2', '3'],
    ['count/pods', '2', '3'],
    ['limits.memory', '2Gi', '3072Mi'],
    ['cpu', '500m', '900m'],
  ])('counts %s', (resource, hard, needed) => {
    expect(shortfalls(quota({ [resource]: hard }))).toMatchObject([
      { resource, hard, needed },
    ]);
  });

  it('passes what fits to the last thousandth', () => {
    expect(shortfalls(quota({ 'requests.cpu': '900m' }))).toEqual([]);
  });

  it('says nothing of resources that the pods do not use, or quotas that do not count them', () => {
    expect(shortfalls(quota({ services: '0', 'limits.cpu': '1m' }))).toEqual(
      [],
    );
    expect(
      shortfalls(quota({ pods: '0' }, {}, { scopes: ['Terminating'] })),
    ).toEqual([]);
    expect(
      shortfalls(quota({ pods: '0' }, {}, { scopes: ['NotTerminating'] })),
    ).toHaveLength(1);
  });
});

import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';

describe('admission-accepts', () => {
  it.each([
    [
      'pods "a" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
      'pod-security',
      'restricted:latest',
      'team',
    ],
    [
      'pods "a" is forbidden: unable to validate against any security context constraint: [provider "anyuid": Forbidden: not usable by user or serviceaccount]',
      'security-context-constraint',
      undefined,
      'team',
    ],
    [
      'pods "a" is forbidden: maximum memory usage per Container is 64Mi, but limit is 128Mi',
      'limit-range',
      undefined,
      'team',
    ],
    [
      'pods "a" is forbidden: [minimum cpu usage per Pod is 100m, but request is 10m]',
      'limit-range',
      undefined,
      'team',
    ],
    [
      'pods "a" is forbidden: memory max limit to request ratio per Container is 2, but provided ratio is 4.000000',
      'limit-range',
      undefined,
      'team',
    ],
    [
      `pods "a" is forbidden: ValidatingAdmissionPolicy 'no-latest' with binding 'no-latest-everywhere' denied request: images need a tag`,
      'policy',
      'no-latest',
      'team',
    ],
    [
      'admission webhook "validate.kyverno.svc-fail" denied the request: images need a tag',
      'policy',
      'validate.kyverno.svc-fail',
      'team',
    ],
    [
      'Internal error occurred: failed calling webhook "inject.example.com": failed to call webhook: Post "https://inject.mesh.svc:443/?timeout=10s": context deadline exceeded',
      'webhook-fails',
      'inject.example.com',
      'ops',
    ],
    [
      'Internal error occurred: resource quota evaluation timed out',
      'refused',
      undefined,
      'ops',
    ],
    [
      'pods "a" is forbidden: error looking up service account payments-team/robot: serviceaccount "robot" not found',
      'refused',
      undefined,
      'team',
    ],
    ['', 'refused', undefined, 'team'],
  ])('reads %j as %s by %s, for %s', (words, id, by, owner) => {
    expect(
      healthOf(aSickWorkload([], { creationFailure: words })),
    ).toMatchObject({
      rule: 'admission-accepts',
      owner,
      message: { id, values: { workload: 'ticket-desk', by, words } },
    });
  });

  it('says nothing in a namespace that is being deleted', () => {
    const creationFailure =
      'pods "a" is forbidden: unable to create new content in namespace b because it is being terminated';
    expect(healthOf(aSickWorkload([], { creationFailure }))).toBeUndefined();
  });

  it('says nothing where pods are created', () => {
    expect(healthOf(aSickWorkload([{ isReady: true }]))).toBeUndefined();
  });
});

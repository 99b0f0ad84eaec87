import { factsFromManager } from './factsFromManager';
import { JsonNode } from './JsonNode';

const managerOf = (metadata: object) =>
  factsFromManager(
    new JsonNode({
      metadata: { name: 'gateway', namespace: 'payments-team', ...metadata },
    }),
    'Deployment',
  );

const argoCd = {
  'argocd.argoproj.io/tracking-id':
    'payments:apps/Deployment:payments-team/gateway',
};
const helm = {
  'meta.helm.sh/release-name': 'payments',
  'meta.helm.sh/release-namespace': 'releases',
};
const controlledBy = (kind: string) => [
  { apiVersion: 'example.com/v1', kind, name: 'shop', controller: true },
];

describe('factsFromManager', () => {
  it.each([
    ['nobody', {}, undefined],
    [
      'Argo CD by its annotation',
      { annotations: argoCd },
      { tool: 'argo-cd', ref: 'payments' },
    ],
    [
      'Argo CD by its label',
      { labels: { 'argocd.argoproj.io/instance': 'payments' } },
      { tool: 'argo-cd', ref: 'payments' },
    ],
    ['Helm', { annotations: helm }, { tool: 'helm', ref: 'releases/payments' }],
    [
      'Helm without a namespace',
      { annotations: { 'meta.helm.sh/release-name': 'payments' } },
      { tool: 'helm', ref: 'payments-team/payments' },
    ],
    [
      'a Kustomization of Flux',
      {
        labels: {
          'kustomize.toolkit.fluxcd.io/name': 'apps',
          'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
        },
      },
      { tool: 'flux', ref: 'flux-system/apps', fluxKind: 'Kustomization' },
    ],
    [
      'a HelmRelease of Flux, that leaves the marks of Helm too',
      {
        labels: {
          'helm.toolkit.fluxcd.io/name': 'payments',
          'helm.toolkit.fluxcd.io/namespace': 'releases',
        },
        annotations: helm,
      },
      { tool: 'flux', ref: 'releases/payments', fluxKind: 'HelmRelease' },
    ],
    [
      'OLM',
      { labels: { 'olm.owner': 'gateway-operator.v1.2.0' } },
      { tool: 'olm', ref: 'gateway-operator.v1.2.0' },
    ],
    [
      'an operator, whoever wrote what it acts on',
      {
        ownerReferences: controlledBy('Shop'),
        labels: { 'argocd.argoproj.io/instance': 'shops' },
      },
      { tool: 'operator', ref: 'Shop/shop' },
    ],
  ])('recognizes %s', (_, metadata, expected) => {
    expect(managerOf(metadata)).toEqual(expected);
  });

  it('takes a tracking id that names another object for a copy', () => {
    for (const trackingId of [
      'payments:apps/Deployment:payments-team/other',
      'payments:apps/StatefulSet:payments-team/gateway',
      'payments:apps/Deployment:elsewhere/gateway',
      'payments',
      '',
    ]) {
      const annotations = { 'argocd.argoproj.io/tracking-id': trackingId };
      expect(managerOf({ annotations })).toBeUndefined();
    }
  });

  it('takes an owner that does not control it for no operator', () => {
    const ownerReferences = [{ kind: 'Shop', name: 'shop', uid: 'u' }];
    expect(managerOf({ ownerReferences })).toBeUndefined();
  });
});

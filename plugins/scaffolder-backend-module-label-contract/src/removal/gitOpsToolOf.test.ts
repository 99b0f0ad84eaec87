import { gitOpsToolOf } from './gitOpsToolOf';

describe('gitOpsToolOf', () => {
  it.each([
    [
      'Argo CD (Application orders)',
      {
        annotations: {
          'argocd.argoproj.io/tracking-id': 'orders:apps/Deployment:n/a',
        },
      },
    ],
    [
      'Argo CD (Application orders)',
      { labels: { 'argocd.argoproj.io/instance': 'orders' } },
    ],
    [
      'Flux (Kustomization orders)',
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'orders' } },
    ],
    [
      'Flux (HelmRelease orders)',
      { labels: { 'helm.toolkit.fluxcd.io/name': 'orders' } },
    ],
    [undefined, { labels: { 'app.kubernetes.io/instance': 'orders' } }],
    [undefined, undefined],
  ])('finds %s', (tool, metadata) => {
    expect(gitOpsToolOf({ metadata })).toBe(tool);
  });
});

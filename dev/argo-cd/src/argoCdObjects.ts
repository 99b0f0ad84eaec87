import { randomBytes } from 'node:crypto';

/** Where Argo CD's own objects are, the Applications among them. */
export const argoCdNamespace = 'argocd';

/** Argo CD overlooks settings without this label. */
const labels = { 'app.kubernetes.io/part-of': 'argocd' };

function setting(kind: 'ConfigMap' | 'Secret', name: string, content = {}) {
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace: argoCdNamespace, labels },
    ...content,
  };
}

/** The namespace and the settings, without which Argo CD does not start. */
export function argoCdSettings(): object {
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: argoCdNamespace },
      },
      setting('ConfigMap', 'argocd-cm'),
      setting('ConfigMap', 'argocd-rbac-cm'),
      setting('Secret', 'argocd-secret', {
        stringData: { 'server.secretkey': randomBytes(32).toString('base64') },
      }),
    ],
  };
}

/** The project that every Application belongs to which names no other: it allows everything. */
export function defaultProject(): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace: argoCdNamespace },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  };
}

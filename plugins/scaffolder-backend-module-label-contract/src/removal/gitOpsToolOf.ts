import type { V1ObjectMeta } from '@kubernetes/client-node';

const ARGO_CD_TRACKING_ID = 'argocd.argoproj.io/tracking-id';
const ARGO_CD_INSTANCE = 'argocd.argoproj.io/instance';
const FLUX_KINDS = [
  { label: 'kustomize.toolkit.fluxcd.io/name', kind: 'Kustomization' },
  { label: 'helm.toolkit.fluxcd.io/name', kind: 'HelmRelease' },
] as const;

/**
 * The tool that keeps the object as a Git repository says, in words such as `Argo CD (Application orders)`:
 * it would bring back what is deleted. Undefined where none says so.
 */
export function gitOpsToolOf({
  metadata,
}: {
  metadata?: V1ObjectMeta;
}): string | undefined {
  const application = applicationOf({ metadata });
  if (application) {
    return `Argo CD (Application ${application})`;
  }
  const { labels = {}, ownerReferences = [] } = metadata ?? {};
  const set = ownerReferences.find(({ kind }) => kind === 'ApplicationSet');
  if (set) {
    return `Argo CD (ApplicationSet ${set.name})`;
  }
  const flux = FLUX_KINDS.find(({ label }) => labels[label]);
  return flux && `Flux (${flux.kind} ${labels[flux.label]})`;
}

/**
 * Name of the Application that keeps the object; undefined where none says so. One outside of Argo CD's own
 * namespace has that of its namespace before it, with `_` between.
 */
export function applicationOf({
  metadata,
}: {
  metadata?: V1ObjectMeta;
}): string | undefined {
  const { annotations = {}, labels = {} } = metadata ?? {};
  // `<application>:<group>/<kind>:<namespace>/<name>`
  return (
    annotations[ARGO_CD_TRACKING_ID]?.split(':')[0] ?? labels[ARGO_CD_INSTANCE]
  );
}

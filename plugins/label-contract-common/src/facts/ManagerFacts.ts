/**
 * The tool that writes a workload, as its labels, annotations and owner references tell: what is
 * patched by hand, it takes back.
 *
 * - `argo-cd`: `ref` is the Application. Annotation `argocd.argoproj.io/tracking-id`, or label
 *   `argocd.argoproj.io/instance`.
 * - `helm`: `ref` is `namespace/release`. Annotations `meta.helm.sh/release-name` and `-namespace`.
 * - `flux`: `ref` is `namespace/name` of the Kustomization or HelmRelease.
 * - `olm`: `ref` is the ClusterServiceVersion. Label `olm.owner`.
 * - `operator`: `ref` is `kind/name` of the custom resource that owns it.
 *
 * @public
 */
export interface ManagerFacts {
  readonly tool: 'argo-cd' | 'helm' | 'flux' | 'olm' | 'operator';
  readonly ref: string;
  /** Only Argo CD: whether its Application takes back what is changed by hand; undefined where not known. */
  readonly selfHeals?: boolean;
  /** Only Argo CD: whether it says that the workload differs from its source; undefined where not known. */
  readonly isOutOfSync?: boolean;
  /** Only Flux: of which kind `ref` is; a Kustomization where not said. */
  readonly fluxKind?: 'Kustomization' | 'HelmRelease';
}

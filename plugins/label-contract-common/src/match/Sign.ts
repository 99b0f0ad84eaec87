/**
 * Something that speaks for a workload belonging to an entity, to be told in words.
 *
 * @public
 */
export type Sign =
  /** Another level of the same workload matches. */
  | { readonly id: 'another-level-matches' }
  /** An earlier revision of the workload carried the claimed value. */
  | { readonly id: 'earlier-revision-matched' }
  /** The value differs from the claimed one by case or separators only. */
  | { readonly id: 'same-but-spelling'; readonly value: string }
  /** The value is nearly the claimed one. */
  | {
      readonly id: 'nearly-the-same';
      readonly value: string;
      readonly how: 'typo' | 'plural' | 'affix';
    }
  /** The value is the workload's own name. */
  | { readonly id: 'own-name'; readonly value: string }
  /** The value is the name of the entity. */
  | { readonly id: 'entity-name'; readonly value: string }
  /** The value, or the key with it, stands under a key that is nearly the right one. */
  | { readonly id: 'key-misspelt'; readonly key: string }
  /** No other claim has workloads in this namespace. */
  | { readonly id: 'only-claim-in-namespace'; readonly namespace: string }
  /** Other workloads of the entity run in this namespace, or the claim names it. */
  | { readonly id: 'same-namespace'; readonly namespace: string }
  /** The namespace is named as the entity or its claim. */
  | { readonly id: 'namespace-named-so'; readonly namespace: string }
  /** A recommended label names the entity or its claim. */
  | {
      readonly id: 'recommended-label';
      readonly key: string;
      readonly value: string;
    }
  /** No entity claims the value that stands there. */
  | { readonly id: 'nobody-claims-it'; readonly value: string }
  /** A level carried the claimed value and lost it, between these moments (ISO 8601). */
  | {
      readonly id: 'carried-it-before';
      readonly since: { readonly from: string; readonly to: string };
      /** Field manager that wrote what is there now; undefined where Kubernetes records none. */
      readonly manager?: string;
    }
  /** The claim asked for this value before, and no other claim asks for it now. */
  | { readonly id: 'claim-had-it-before'; readonly value: string }
  /** The value stands under `annotations`, where no selector looks. */
  | { readonly id: 'is-an-annotation'; readonly key: string }
  /** The workload is named as the entity or its claim. */
  | { readonly id: 'workload-named-so'; readonly name: string }
  /** An annotation of the entity names the Argo CD application that the workload belongs to. */
  | { readonly id: 'entity-names-application'; readonly application: string }
  /** A workload of the entity belongs to the same Argo CD application, in the same namespace. */
  | { readonly id: 'same-application'; readonly application: string }
  /** It comes from the release or application that a workload of the entity comes from. */
  | { readonly id: 'same-release'; readonly release: string }
  /** Its name begins with the word that the entity's begins with. */
  | { readonly id: 'same-prefix'; readonly prefix: string }
  /** Its label `app` names the entity or its claim. */
  | { readonly id: 'app-label'; readonly value: string }
  /** The label is right, and the claim is narrowed to another place. */
  | {
      readonly id: 'outside-claimed-place';
      readonly cluster: string;
      readonly namespace: string;
    };

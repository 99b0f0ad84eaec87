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
  | { readonly id: 'nobody-claims-it'; readonly value: string };

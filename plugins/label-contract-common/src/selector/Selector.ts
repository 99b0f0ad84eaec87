/**
 * One condition of a label selector, as the API server understands it. A requirement with several
 * values holds for any of them; the empty string is a legal value.
 *
 * @public
 */
export type Requirement =
  | {
      readonly operator: 'in' | 'notin';
      readonly key: string;
      readonly values: readonly string[];
    }
  | { readonly operator: 'exists' | 'absent'; readonly key: string }
  | {
      readonly operator: 'greater' | 'less';
      readonly key: string;
      readonly value: bigint;
    };

/**
 * A label selector: all requirements have to hold. None at all matches everything.
 *
 * @public
 */
export type Selector = readonly Requirement[];

/**
 * A selector, or the one sentence that says why it is none.
 *
 * @public
 */
export type ParsedSelector =
  | { readonly kind: 'selector'; readonly selector: Selector }
  | { readonly kind: 'invalid'; readonly problem: string };

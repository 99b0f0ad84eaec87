/** A finding in words: the thing and what is wrong with it, why, and a note in small print. */
export interface FindingWords {
  readonly title: string;
  readonly sentence: string;
  readonly note?: string;
  /** Since when it is so, and through whom. */
  readonly history?: string;
  /** What the cluster itself says, word for word. */
  readonly quote?: string;
  /** Last lines of the log, oldest first. */
  readonly log?: readonly string[];
}

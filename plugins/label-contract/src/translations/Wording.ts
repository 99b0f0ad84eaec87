/** What a translation of some messages has: the same keys, and any text. */
export type Wording<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string
    ? string
    : Wording<Messages[Key]>;
};

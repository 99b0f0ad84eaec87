/** A refusal in words, and the sort of error that it is. */
export interface ToldRefusal {
  readonly errorClass: new (message: string) => Error;
  /** What was refused and by whom, with field and cure. */
  readonly sentence: string;
}

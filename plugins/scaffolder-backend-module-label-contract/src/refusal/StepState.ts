/** Where a step stood when it was refused. */
export interface StepState {
  /** Name of the cluster. */
  cluster: string;
  /** What exists by now because of this run or an earlier one; each with its state in words. */
  exists: readonly string[];
  /** What a step that removes has removed by now; undefined for a step that writes. */
  removed?: readonly string[];
  /** A command that removes what exists; undefined where there is nothing of ours to remove. */
  removal?: string;
}

/**
 * The label of one level: what it is, and whether the claim's query finds it.
 *
 * @public
 */
export interface LevelLabel {
  readonly matches: boolean;
  /** Key of the contract label; where the level does not match, the first that is wrong. */
  readonly key: string;
  /** Its value on this level; undefined where it is absent. */
  readonly value?: string;
}

/**
 * The labels of the running pods: how many match, and each other value that stands there.
 *
 * @public
 */
export interface PodsLabel {
  readonly matching: number;
  readonly of: number;
  readonly otherValues: readonly (string | undefined)[];
}

/**
 * The labels of a workload, level by level. A pod that nothing controls is its own template.
 *
 * @public
 */
export interface WorkloadLevels {
  readonly object: LevelLabel;
  /** Only of a CronJob; what its Jobs get, be it from the pod template. */
  readonly jobTemplate?: LevelLabel;
  readonly podTemplate: LevelLabel;
  readonly pods: PodsLabel;
}

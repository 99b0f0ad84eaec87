/** How often a rule was expected and found. */
export interface RuleScore {
  /** Expected with exact or strong evidence, or as a plain fact. */
  readonly expected: number;
  readonly found: number;
  /** Found where expected, with the right grade, severity and owner. */
  readonly right: number;
}

/** Scores of one part of the corpus. */
export interface Score {
  readonly fleets: number;
  readonly byRule: ReadonlyMap<string, RuleScore>;
  /** The same by kind of workload. */
  readonly byKind: ReadonlyMap<string, RuleScore>;
  /** How often a rule was found where another, or nothing, was expected: keys `expected` then `found`. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly verdicts: { readonly right: number; readonly of: number };
  /** The first mistakes, a sentence each. */
  readonly mistakes: readonly string[];
}

/** Who saw one health mutation, of how many times that it was done. */
export interface DetectorScore {
  readonly name: string;
  readonly of: number;
  readonly engine: number;
  readonly plugin: number;
}

/** Everything that one run of the corpus found out. */
export interface CorpusResult {
  readonly healthy: {
    readonly fleets: number;
    readonly entities: number;
    readonly workloads: number;
    /** Findings of severity error or warning, and verdicts that say violated or failing. */
    readonly alarms: number;
    /** Findings of severity info: worth knowing, no alarm. */
    readonly infos: number;
    readonly wrongVerdicts: number;
    readonly mistakes: readonly string[];
  };
  readonly singles: Score;
  readonly pairs: Score;
  /** Mutations for which a rule is still missing; no threshold holds for them. */
  readonly awaited: Score;
  /** Mutations that no generated fleet had a target for: the corpus has a hole there. */
  readonly neverDone: readonly string[];
  readonly fixes: {
    readonly applied: number;
    readonly failed: number;
    readonly mistakes: readonly string[];
  };
  readonly detectors: readonly DetectorScore[];
}

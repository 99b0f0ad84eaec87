import {
  Desk,
  Evidence,
  Severity,
} from '@portal-operations/plugin-label-contract-common';
import { Random } from '../fleet/createRandom';
import { Fleet, FleetWorkload, Service, Term } from '../fleet/Fleet';

/** One finding that has to be there. */
export interface ExpectedFinding {
  readonly entityRef: string;
  /** A rule's id; also of one that does not exist yet. */
  readonly rule: string;
  /** uid of the workload, or the ref of the entity. */
  readonly subject: string;
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly owner: Desk;
}

/** What a mutation is done to, as it was when the fleet was still healthy. */
export interface Target {
  readonly service: Service;
  readonly workload: FleetWorkload;
  /** The label that the service's claim asks for. */
  readonly term: Term;
}

/** A fleet that was broken, and the truth about it. */
export interface Mutated {
  readonly fleet: Fleet;
  readonly expected: readonly ExpectedFinding[];
  /** What comes to light only when one of two breaks is repaired. */
  readonly hidden?: readonly ExpectedFinding[];
}

/** One way to break a fleet. What is broken and what is the truth stand side by side. */
export interface Mutation {
  readonly name: string;
  /** What it changes. In a pair a claim is changed first, then labels, then what runs. */
  readonly part: 'claim' | 'labels' | 'health';
  /**
   * Levels whose labels it changes. In a pair on one workload the second wins on the same level; two
   * different levels would leave none that matches, so such a pair is done to two workloads.
   */
  readonly level?: 'object' | 'job-template' | 'pod-template' | 'both';
  /**
   * Its truth depends on who else is in the namespace: in a pair, the other mutation is done to
   * another service in another namespace.
   */
  readonly needsQuietNamespace?: boolean;
  /** What is missing in the engine to find it. It is counted apart, against no threshold. */
  readonly awaits?: string;
  /** Breaks the fleet; undefined where that cannot be done to this target. */
  apply(options: {
    fleet: Fleet;
    target: Target;
    random: Random;
  }): Mutated | undefined;
}

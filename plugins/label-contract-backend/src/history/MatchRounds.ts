import {
  FactsView,
  levelLabelsOf,
  matchesSelector,
  parseSelector,
  Selector,
} from '@portal-operations/plugin-label-contract-common';
import { REMEMBERED_KINDS } from './ChangeJournal';
import { EntityMatch } from './MatchStore';
import { SeenClaim, SeenClaims } from './SeenClaims';

type MatchableFacts = Pick<FactsView, 'workloadsMatching' | 'clusters'>;

/** Entities that are counted before others get a turn. */
const SLICE = 50;

/**
 * Counts the workloads that each claim finds, round by round, to remember when an entity had some last.
 * A round never claims to know what it does not: that the workloads of an entity are gone is said only
 * once every cluster is read on which they were.
 */
export class MatchRounds {
  readonly #facts: MatchableFacts;
  readonly #known = new Map<string, EntityMatch>();
  /** As of when each cluster was read, at the last round or before. */
  readonly #readAt = new Map<string, string>();
  #lastRound: string | undefined;
  #parsed:
    | { of: SeenClaims; selectors: ReadonlyMap<string, Selector> }
    | undefined;

  constructor(options: {
    facts: MatchableFacts;
    /** What is remembered of earlier rounds. */
    known: readonly EntityMatch[];
    /** When the last round was, ISO 8601; undefined where there was none. */
    lastRound?: string;
    /** As of when each cluster is remembered, ISO 8601. */
    readAt: ReadonlyMap<string, string>;
  }) {
    this.#facts = options.facts;
    this.#lastRound = options.lastRound;
    options.known.forEach(match => this.#known.set(match.entityRef, match));
    options.readAt.forEach((at, cluster) => this.#readAt.set(cluster, at));
  }

  /** Counts once; returns what is not as it was. Nothing is taken for stored before `stored` is called. */
  async round(options: {
    seen: SeenClaims;
    at: Date;
    /** Lets others have a turn. */
    pause: () => Promise<void>;
  }): Promise<{ changed: readonly EntityMatch[]; stored: () => void }> {
    const { seen, at, pause } = options;
    const read = this.#clustersThatAreRead();
    const changed: EntityMatch[] = [];
    for (const [index, claim] of seen.claims.entries()) {
      if (index % SLICE === SLICE - 1) {
        await pause();
      }
      const next = this.#matchOf(claim, { seen, read });
      if (next) {
        changed.push(next);
      }
    }
    const claimed = new Set(seen.claims.map(({ entityRef }) => entityRef));
    for (const match of this.#known.values()) {
      if (match.until === undefined && !claimed.has(match.entityRef)) {
        changed.push({ ...match, until: this.#lastTimeOf(match) });
      }
    }
    return {
      changed,
      stored: () => {
        changed.forEach(match => this.#known.set(match.entityRef, match));
        this.#lastRound = at.toISOString();
        read.forEach(cluster => this.#readAt.set(cluster, at.toISOString()));
      },
    };
  }

  #matchOf(
    seen: SeenClaim,
    options: { seen: SeenClaims; read: ReadonlySet<string> },
  ): EntityMatch | undefined {
    const { entityRef } = seen;
    const known = this.#known.get(entityRef);
    const { workloads, clusters } = this.#count(seen, options.seen);
    if (workloads > 0) {
      const isNews =
        known?.workloads !== workloads ||
        known.until !== undefined ||
        known.clusters.join() !== clusters.join();
      return isNews ? { entityRef, workloads, clusters } : undefined;
    }
    const isOver =
      known !== undefined &&
      known.until === undefined &&
      known.clusters.every(cluster => options.read.has(cluster));
    return isOver ? { ...known, until: this.#lastTimeOf(known) } : undefined;
  }

  #count({ entityRef, claim, clusters }: SeenClaim, seen: SeenClaims) {
    const selector = this.#selectorsOf(seen).get(entityRef);
    const found = new Set<string>();
    let workloads = 0;
    for (const workload of selector
      ? this.#facts.workloadsMatching(selector)
      : []) {
      const { cluster, namespace } = workload;
      const labels = levelLabelsOf(workload);
      if (
        (!claim.namespace || claim.namespace === namespace) &&
        (!clusters || clusters.includes(cluster)) &&
        [labels.object, labels.jobTemplate, labels.podTemplate].some(
          each => each && selector && matchesSelector(each, selector),
        )
      ) {
        workloads += 1;
        found.add(cluster);
      }
    }
    return { workloads, clusters: [...found].sort() };
  }

  /** The last round at which the workloads were really seen. */
  #lastTimeOf({ clusters }: EntityMatch): string | undefined {
    const times = [
      this.#lastRound,
      ...clusters.map(each => this.#readAt.get(each)),
    ];
    return times
      .filter((time): time is string => time !== undefined)
      .sort()
      .at(0);
  }

  #clustersThatAreRead(): ReadonlySet<string> {
    return new Set(
      [...this.#facts.clusters()]
        .filter(({ watches }) =>
          REMEMBERED_KINDS.every(kind => {
            const state = watches[kind];
            return (
              state?.kind === 'live' ||
              (state !== undefined &&
                'problem' in state &&
                state.problem.reason === 'not-served')
            );
          }),
        )
        .map(({ name }) => name),
    );
  }

  /** Parsed once for each reading of the catalog. What is refused, or finds everything, finds nothing. */
  #selectorsOf(seen: SeenClaims): ReadonlyMap<string, Selector> {
    if (this.#parsed?.of !== seen) {
      const selectors = new Map<string, Selector>();
      for (const { entityRef, claim } of seen.claims) {
        const parsed = parseSelector(claim.query);
        if (parsed.kind !== 'invalid' && parsed.selector.length > 0) {
          selectors.set(entityRef, parsed.selector);
        }
      }
      this.#parsed = { of: seen, selectors };
    }
    return this.#parsed.selectors;
  }
}

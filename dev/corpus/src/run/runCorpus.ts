import { createRandom } from '../fleet/createRandom';
import { Fleet } from '../fleet/Fleet';
import { generateFleet } from '../fleet/generateFleet';
import { workshopFleet } from '../fleet/workshopFleet';
import { allMutations } from '../mutations/allMutations';
import { Mutated } from '../mutations/Mutation';
import { detectsErrors } from '../otherDetector/detectsErrors';
import { breakOnce, breakTwice } from './breakFleet';
import { checkFixes } from './checkFixes';
import { CorpusResult, DetectorScore } from './CorpusResult';
import { evaluateFleet } from './evaluateFleet';
import { isHealthRule } from './isHealthRule';
import { FixTally } from './FixTally';
import { judgeFleet } from './judgeFleet';
import { Tally } from './Tally';

/** How much is tried. The same size and seed give the same result. */
export interface CorpusSize {
  /** Fleets in which nothing is broken. */
  readonly healthyFleets: number;
  /** Fleets that each mutation is done to. */
  readonly fleetsPerMutation: number;
  /** Fleets that are broken in two ways; the pairs take turns. */
  readonly pairs: number;
  /** The first seed of the generator; the fleets after it have the next ones. */
  readonly seed: number;
  /** What the clock of this machine says, for the other detector reads it where no one can pass it. */
  readonly machineTime: Date;
}

/** Seeds of broken fleets start here, far from those of the healthy ones. */
const BROKEN_SEEDS = 1_000_000;

/** A prime, so that even a few pairs come from everywhere in the list. */
const STRIDE = 7919;

/** So many fleets are tried until one has a target for a mutation. */
const PATIENCE = 12;

/** Makes fleets, breaks them, and holds what the engine says against the truth. */
export function runCorpus(size: CorpusSize): CorpusResult {
  const healthy = runHealthy(size);
  const singles = new Tally();
  const awaited = new Tally();
  const fixes = new FixTally();
  const detectors = new Map<string, DetectorScore>();
  const neverDone: string[] = [];
  const seeds = seedsFrom(size.seed + BROKEN_SEEDS);

  for (const mutation of allMutations) {
    let done = 0;
    for (let round = 0; round < size.fleetsPerMutation; round += 1) {
      const broken = firstThat(seeds, (fleet, random) =>
        breakOnce({ fleet, mutation, random }),
      );
      if (broken) {
        done += 1;
        const where = `${broken.fleet.name}, ${mutation.name}`;
        const reports = evaluateFleet(broken.fleet);
        if (mutation.awaits) {
          awaited.add(where, judgeFleet(broken, reports));
          continue;
        }
        singles.add(where, judgeFleet(broken, reports));
        fixes.add(where, checkFixes(broken, reports));
        if (mutation.part === 'health') {
          const { name } = mutation;
          const before = detectors.get(name);
          detectors.set(
            name,
            compared({ name, before, broken, reports, size }),
          );
        }
      }
    }
    if (done === 0) {
      neverDone.push(mutation.name);
    }
  }

  return {
    healthy: healthy.result,
    singles: singles.score(),
    pairs: runPairs(size, seeds, fixes),
    awaited: awaited.score(),
    neverDone,
    fixes: fixes.result(),
    detectors: [...detectors.values(), healthy.detectors],
  };
}

function runHealthy(size: CorpusSize): {
  result: CorpusResult['healthy'];
  detectors: DetectorScore;
} {
  const mistakes: string[] = [];
  let [entities, workloads, infos, alarms, wrongVerdicts] = [0, 0, 0, 0, 0];
  let [asked, engine, plugin] = [0, 0, 0];

  for (let place = 0; place < size.healthyFleets; place += 1) {
    const fleet =
      place === 0 ? workshopFleet() : generateFleet(size.seed + place);
    const reports = evaluateFleet(fleet);
    const judgement = judgeFleet({ fleet, expected: [] }, reports);
    entities += reports.length;
    workloads += fleet.workloads.length;
    wrongVerdicts += judgement.wrongVerdicts.length;
    for (const report of reports) {
      const loud = report.findings.filter(
        ({ severity }) => severity !== 'info',
      );
      infos += report.findings.length - loud.length;
      const isAlarm =
        report.contract.verdict === 'violated' ||
        report.health.verdict === 'failing';
      alarms += loud.length + (isAlarm ? 1 : 0);
      for (const { rule, subject } of loud) {
        mistakes.push(
          `${fleet.name}: ${rule} on ${subject.name} for ${report.entityRef}`,
        );
      }
    }
    mistakes.push(
      ...judgement.wrongVerdicts.map(each => `${fleet.name}: ${each}`),
    );
    // A sample says enough of the other detector.
    if (place < size.fleetsPerMutation) {
      for (const [index, { workloads: uids }] of fleet.services.entries()) {
        const own = workloadsOf(fleet, uids);
        if (own.length > 0) {
          asked += 1;
          engine += reports[index].health.verdict === 'failing' ? 1 : 0;
          plugin += detectsErrors(own, size.machineTime) ? 1 : 0;
        }
      }
    }
  }
  return {
    result: {
      fleets: size.healthyFleets,
      entities,
      workloads,
      infos,
      alarms,
      wrongVerdicts,
      mistakes: mistakes.slice(0, 12),
    },
    detectors: {
      name: 'no mutation: an alarm here is a false one',
      of: asked,
      engine,
      plugin,
    },
  };
}

function runPairs(
  size: CorpusSize,
  seeds: Iterator<number>,
  fixes: FixTally,
): CorpusResult['pairs'] {
  const tally = new Tally();
  const ready = allMutations.filter(({ awaits }) => awaits === undefined);
  const pairs = ready.flatMap((first, place) =>
    ready.slice(place).map(second => [first, second] as const),
  );
  for (let round = 0; round < size.pairs; round += 1) {
    const mutations = pairs[(round * STRIDE) % pairs.length];
    const broken = firstThat(seeds, (fleet, random) =>
      breakTwice({ fleet, mutations, random }),
    );
    if (broken) {
      const names = mutations.map(({ name }) => name).join(' + ');
      const where = `${broken.fleet.name}, ${names}`;
      const reports = evaluateFleet(broken.fleet);
      tally.add(where, judgeFleet(broken, reports));
      // A fix takes as long as a fleet, so a sample has to do.
      if (round % 4 === 0) {
        fixes.add(where, checkFixes(broken, reports));
      }
    }
  }
  return tally.score();
}

/** The first of some fleets that can be broken in this way. */
function firstThat(
  seeds: Iterator<number>,
  tryFleet: (
    fleet: Fleet,
    random: ReturnType<typeof createRandom>,
  ) => Mutated | undefined,
): Mutated | undefined {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    const seed: number = seeds.next().value;
    const broken = tryFleet(generateFleet(seed), createRandom(seed));
    if (broken) {
      return broken;
    }
  }
  return undefined;
}

function* seedsFrom(first: number): Generator<number, number> {
  for (let seed = first; ; seed += 1) {
    yield seed;
  }
}

/** Of a health mutation: whether each detector sees it on the workload that it was done to. */
function compared(options: {
  name: string;
  before: DetectorScore | undefined;
  broken: Mutated;
  reports: ReturnType<typeof evaluateFleet>;
  size: CorpusSize;
}): DetectorScore {
  const { name, broken, reports, size } = options;
  const before = options.before ?? { of: 0, engine: 0, plugin: 0 };
  const subjects = broken.expected.map(({ subject }) => subject);
  const isSeen = reports.some(({ findings }) =>
    findings.some(
      ({ rule, subject }) =>
        isHealthRule(rule) &&
        'uid' in subject &&
        subjects.includes(subject.uid),
    ),
  );
  const isSeenByPlugin = detectsErrors(
    workloadsOf(broken.fleet, subjects),
    size.machineTime,
  );
  return {
    name,
    of: before.of + 1,
    engine: before.engine + (isSeen ? 1 : 0),
    plugin: before.plugin + (isSeenByPlugin ? 1 : 0),
  };
}

function workloadsOf(fleet: Fleet, uids: readonly string[]) {
  return fleet.workloads.filter(({ top }) => uids.includes(top.uid));
}

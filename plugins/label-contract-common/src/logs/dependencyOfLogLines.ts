import { isLoopback } from './address/isLoopback';
import { LogFinding, ReachProblem, ReachTarget } from './LogFinding';
import { LogLevel, LogRecord } from './lines/LogRecord';
import { readLogRecord } from './lines/readLogRecord';
import { TELEMETRY } from './messages/otherMessages';
import { readFailure, Reading, withName } from './readFailure';

/** A host named this many lines before the error belongs to it. */
const NAMED_BEFORE_LINES = 2;
const LONGEST_LINE = 1_000;

interface Failure {
  readonly target?: ReachTarget;
  readonly problem: ReachProblem;
  readonly certainty: 'code' | 'words';
  readonly level?: LogLevel;
  readonly text: string;
}

interface Said {
  readonly failure?: Failure;
  /** What the line names without having failed itself. */
  readonly named: readonly ReachTarget[];
  readonly reached: readonly ReachTarget[];
}

/**
 * What the last lines of a container say about a dependency that it could not reach.
 *
 * Of several failures the one is taken that most likely ended the process: not that of a telemetry
 * exporter, not `localhost` where another host failed too, the loudest level first (a line
 * that names none counts as an error), codes and exceptions before English words, and then the last.
 * The most frequent is not: what is retried for ever does not end a process. A failure whose host a
 * later line reports as connected is forgotten.
 *
 * A loopback address is returned like any other: where it is, `placeOfHost` says.
 *
 * @public
 */
export function dependencyOfLogLines(lines: readonly string[]): LogFinding {
  const failures = failuresOf(
    lines.flatMap(line => {
      const record = readLogRecord(line);
      return record ? [said(record)] : [];
    }),
  );
  const withTarget = failures.flatMap(({ target, ...failure }) =>
    target ? [{ ...failure, target }] : [],
  );

  const worst = lastOfHighest(withTarget, rankOf);
  if (worst) {
    const { target, problem, text } = worst;
    return { kind: 'dependency', target, problem, line: shortened(text) };
  }
  const last = failures[failures.length - 1];
  return last
    ? { kind: 'not-understood', line: shortened(last.text) }
    : { kind: 'none' };
}

function failuresOf(all: readonly Said[]): Failure[] {
  const failures: Failure[] = [];
  all.forEach(({ failure, reached }, index) => {
    if (failure) {
      failures.push(
        completed(failure, {
          before: all.slice(Math.max(0, index - NAMED_BEFORE_LINES), index),
          after: all.slice(index + 1, index + 1 + NAMED_BEFORE_LINES),
        }),
      );
    }
    for (const target of reached) {
      forget(failures, target);
    }
  });
  return failures;
}

/** The failure with the host that the lines before it name, and the reason that its neighbours give. */
function completed(
  failure: Failure,
  { before, after }: { before: readonly Said[]; after: readonly Said[] },
): Failure {
  const named = [...before].reverse().flatMap(line => line.named);
  const target = failure.target ? withName(failure.target, named) : named[0];

  const reason =
    failure.problem === 'failed' && failure.target
      ? [...after, ...[...before].reverse()].find(
          line => line.failure && !line.failure.target,
        )?.failure
      : undefined;
  return {
    ...failure,
    target,
    problem: reason?.problem ?? failure.problem,
    certainty: reason?.certainty === 'code' ? 'code' : failure.certainty,
  };
}

function said(record: LogRecord): Said {
  const { level, texts, addresses } = record;
  const readings = texts.map(text => ({ text, reading: readFailure(text) }));
  const targets = readings.flatMap(({ reading }) => targetOf(reading));
  const reached = readings.flatMap(({ reading }) =>
    reading.kind === 'reached' ? [reading.target] : [],
  );

  const found = readings.flatMap(({ text, reading }) => {
    const isGuess = reading.kind === 'failure' && reading.certainty === 'words';
    return reading.kind !== 'failure' || (isGuess && level === 'debug')
      ? []
      : [{ ...reading, level, text }];
  });
  const best = lastOfHighest(found, failure => [
    Number(failure.target !== undefined),
    Number(failure.certainty === 'code'),
  ]);
  if (!best) {
    return { named: [...targets, ...addresses], reached };
  }

  const reason = found.find(({ problem }) => problem !== 'failed')?.problem;
  const target = best.target ?? addresses[0];
  const others = [...targets, ...addresses];
  return {
    failure: {
      ...best,
      target: target && withName(target, others),
      problem: best.problem === 'failed' ? reason ?? 'failed' : best.problem,
    },
    named: [],
    reached,
  };
}

function targetOf(reading: Reading): ReachTarget[] {
  return 'target' in reading && reading.target && reading.kind !== 'reached'
    ? [reading.target]
    : [];
}

function forget(failures: Failure[], reached: ReachTarget): void {
  const kept = failures.filter(
    ({ target }) =>
      target?.host !== reached.host ||
      (target.port !== undefined &&
        reached.port !== undefined &&
        target.port !== reached.port),
  );
  failures.splice(0, failures.length, ...kept);
}

const LOUDNESS: Readonly<Record<LogLevel, number>> = {
  fatal: 4,
  error: 3,
  warn: 2,
  info: 1,
  debug: 0,
};

function rankOf(failure: Failure & { target: ReachTarget }): number[] {
  return [
    Number(!isLoopback(failure.target.host)),
    Number(!TELEMETRY.test(failure.text)),
    LOUDNESS[failure.level ?? 'error'],
    Number(failure.certainty === 'code'),
  ];
}

function lastOfHighest<F>(
  failures: readonly F[],
  rank: (failure: F) => number[],
): F | undefined {
  let best: { failure: F; ranks: number[] } | undefined;
  for (const failure of failures) {
    const ranks = rank(failure);
    if (!best || compareRanks(ranks, best.ranks) >= 0) {
      best = { failure, ranks };
    }
  }
  return best?.failure;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at === -1 ? 0 : a[at] - b[at];
}

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_LINE
    ? `${trimmed.slice(0, LONGEST_LINE - 1)}…`
    : trimmed;
}

import {
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { setTimeout as delay } from 'node:timers/promises';
import { sentenceOfFinding } from './sentenceOfFinding';

/** Milliseconds between two looks. */
const PAUSE_MS = 1_000;

/** What a report has to show. */
export interface Expected {
  /** Names of workloads that have to be visible in full. */
  readonly workloads: readonly string[];
  /** Ready pods of all workloads together. */
  readonly minimumPods: number;
}

/** How a verification ended. */
export type Verified =
  | { readonly kind: 'as-expected'; readonly report: EntityReport }
  | { readonly kind: 'unknown-entity' }
  /** The time is over; `report` is the last one. */
  | { readonly kind: 'not-yet'; readonly report: EntityReport };

/** Options of {@link verifyEntity}. */
export interface VerifyEntityOptions {
  entityRef: string;
  expected: Expected;
  /** Undefined where the backend does not know the entity. */
  look: () => Promise<EntityReport | undefined>;
  /** Whether the catalog has the entity: then the backend only has not heard of it yet. */
  isInCatalog: () => Promise<boolean>;
  waitSeconds: number;
  log: (line: string) => void;
  signal?: AbortSignal;
  /** Time in milliseconds; only differences count. */
  now?: () => number;
  /** Rejects when the signal is aborted. */
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Looks at the report of an entity until it shows what is expected, or the time is over. */
export async function verifyEntity(
  options: VerifyEntityOptions,
): Promise<Verified> {
  const { entityRef, expected, look, isInCatalog, waitSeconds } = options;
  const { log, signal, now = () => performance.now(), sleep = pause } = options;
  const start = now();
  let lastLine = '';

  for (;;) {
    const report = await look();
    if (!report && !(await isInCatalog())) {
      return { kind: 'unknown-entity' };
    }
    const line = report
      ? lineOf(report)
      : `Waiting for the first report of ${entityRef}`;
    if (line !== lastLine) {
      log(line);
      lastLine = line;
    }
    if (report && isAsExpected(report, expected)) {
      return { kind: 'as-expected', report };
    }
    if (now() - start >= waitSeconds * 1_000) {
      return report ? { kind: 'not-yet', report } : { kind: 'unknown-entity' };
    }
    await sleep(PAUSE_MS, signal);
  }
}

/** One line of the task log: `component:default/a: contract met, health healthy, 2 of 2 workloads visible, 2 pods ready`. */
export function lineOf({
  entityRef,
  contract,
  health,
  visible,
  pods,
}: EntityReport): string {
  const count = (number: number, word: string) =>
    `${number} ${word}${number === 1 ? '' : 's'}`;
  return [
    `${entityRef}: contract ${contract.verdict}`,
    `health ${health.verdict}`,
    `${visible.count} of ${count(visible.of, 'workload')} visible`,
    `${count(pods.ready, 'pod')} ready`,
  ].join(', ');
}

/** What keeps a report from being as expected; the finding to act on first, else what is missing. */
export function reasonOf(report: EntityReport, expected: Expected): string {
  const told = report.findings.filter(isError).map(sentenceOfFinding);
  if (told.length > 0) {
    const [{ sentence, fix }] = told;
    const others =
      told.length > 1 ? ` Further findings: ${told.length - 1}.` : '';
    return `${sentence}${fix ? ` To put it right: \`${fix}\`.` : ''}${others}`;
  }
  const missing = missingWorkloads(report, expected);
  if (missing.length > 0) {
    return `Not visible: ${missing.join(', ')}.`;
  }
  return `Ready pods: ${report.pods.ready}; expected: at least ${expected.minimumPods}.`;
}

function isAsExpected(report: EntityReport, expected: Expected): boolean {
  return (
    report.contract.verdict === 'met' &&
    report.pods.ready >= expected.minimumPods &&
    missingWorkloads(report, expected).length === 0
  );
}

function missingWorkloads(
  { workloads }: EntityReport,
  expected: Expected,
): string[] {
  const visible = new Set(
    workloads
      .filter(({ visibility }) => visibility === 'visible')
      .map(({ ref }) => ref.name),
  );
  return expected.workloads.filter(name => !visible.has(name));
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

async function pause(milliseconds: number, signal?: AbortSignal) {
  await delay(milliseconds, undefined, { signal });
}

import {
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet } from '../fleet/Fleet';
import { refOf } from '../fleet/refOf';
import { ExpectedFinding, Mutated } from '../mutations/Mutation';
import { isHealthRule } from './isHealthRule';
import { verdictsOf } from './verdictsOf';

/** One thing that was expected, found, or both; undefined stands for nothing. */
export interface Outcome {
  readonly expected?: ExpectedFinding;
  readonly found?: ExpectedFinding;
  /** Kind of the workload that it is about; undefined where it is about an entity. */
  readonly kind?: string;
}

/** What came out of one fleet. */
export interface Judgement {
  readonly outcomes: readonly Outcome[];
  /** One sentence for each verdict that is not the right one. */
  readonly wrongVerdicts: readonly string[];
  /** Entities whose verdicts were compared. */
  readonly entities: number;
}

/** Holds what the engine said against the truth. */
export function judgeFleet(
  mutated: Mutated,
  reports: readonly EntityReport[],
): Judgement {
  const { fleet, expected } = mutated;
  const kinds = new Map(fleet.workloads.map(({ top }) => [top.uid, top.kind]));
  return {
    outcomes: outcomesOf(
      expected,
      reports.flatMap(report =>
        report.findings.map(finding => foundOf(report, finding)),
      ),
    ).map(outcome => ({
      ...outcome,
      kind: kinds.get((outcome.expected ?? outcome.found)?.subject ?? ''),
    })),
    wrongVerdicts: reports.flatMap(report =>
      wrongVerdictsOf({ fleet, expected, report }),
    ),
    entities: reports.length,
  };
}

/** Whether it is the rule that was expected, with the grade, severity and owner that were. */
export function isRight({ expected, found }: Outcome): boolean {
  return (
    expected !== undefined &&
    found !== undefined &&
    expected.rule === found.rule &&
    expected.evidence === found.evidence &&
    expected.severity === found.severity &&
    expected.owner === found.owner
  );
}

/** A finding in the terms in which the truth is written. */
export function foundOf(
  { entityRef }: EntityReport,
  finding: Finding,
): ExpectedFinding {
  const { rule, severity, evidence, owner, subject } = finding;
  return {
    entityRef,
    rule,
    severity,
    evidence,
    owner,
    subject: 'uid' in subject ? subject.uid : subject.entityRef,
  };
}

function outcomesOf(
  expected: readonly ExpectedFinding[],
  found: readonly ExpectedFinding[],
): Outcome[] {
  const open = [...found];
  const take = (fits: (each: ExpectedFinding) => boolean) => {
    const place = open.findIndex(fits);
    return place < 0 ? undefined : open.splice(place, 1)[0];
  };
  const isSamePlace = (a: ExpectedFinding, b: ExpectedFinding) =>
    a.entityRef === b.entityRef && a.subject === b.subject;

  const exact = expected.map(each => ({
    expected: each,
    found: take(other => isSamePlace(each, other) && each.rule === other.rule),
  }));
  const rest = exact.map(outcome =>
    outcome.found
      ? outcome
      : {
          ...outcome,
          found: take(
            other =>
              other.severity !== 'info' &&
              isSamePlace(outcome.expected, other) &&
              isHealthRule(outcome.expected.rule) === isHealthRule(other.rule),
          ),
        },
  );
  // What is worth knowing is no alarm; it counts where it was expected.
  const unexpected = open.filter(({ severity }) => severity !== 'info');
  return [...rest, ...unexpected.map(each => ({ found: each }))];
}

function wrongVerdictsOf(options: {
  fleet: Fleet;
  expected: readonly ExpectedFinding[];
  report: EntityReport;
}): string[] {
  const { fleet, expected, report } = options;
  const service = fleet.services.find(each => refOf(each) === report.entityRef);
  if (!service) {
    return [`${report.entityRef} is not in the fleet`];
  }
  const right = verdictsOf({ fleet, service, expected });
  return (['contract', 'health'] as const)
    .filter(each => report[each].verdict !== right[each])
    .map(
      each =>
        `${report.entityRef}: ${each} is ${report[each].verdict}, should be ${right[each]}`,
    );
}

import {
  applyFixToEntity,
  applyFixToFacts,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { factsOfFleet, objectsOfFleet } from '../fleet/factsOfFleet';
import { ExpectedFinding, Mutated } from '../mutations/Mutation';
import { workloadsOfFacts } from '../fleet/workloadsOfFacts';
import { evaluateEntities } from './evaluateFleet';
import { foundOf } from './judgeFleet';

/** What came of carrying out every machine fix of a fleet's findings, each for itself. */
export interface FixCheck {
  readonly applied: number;
  /** One sentence for each fix that does not silence its finding, or brings a new one. */
  readonly failures: readonly string[];
}

/** Carries out each machine fix and asks the engine again. */
export function checkFixes(
  { fleet, hidden = [] }: Mutated,
  reports: readonly EntityReport[],
): FixCheck {
  const known = new Set([...keysOf(reports), ...hidden.map(keyOf)]);
  const failures: string[] = [];
  let applied = 0;

  for (const report of reports) {
    for (const finding of report.findings) {
      const fixes = finding.fixes.filter(({ kind }) => kind !== 'tell-owner');
      for (const fix of fixes) {
        applied += 1;
        const entities = fleet.services.map(({ entity }) =>
          applyFixToEntity(fix, entity),
        );
        const workloads = workloadsOfFacts(
          applyFixToFacts(fix, objectsOfFleet(fleet)),
        );
        const after = keysOf(
          evaluateEntities(
            entities,
            factsOfFleet({ workloads, clusters: fleet.clusters }),
          ),
        );
        const own = keyOf(foundOf(report, finding));
        const place = `${finding.rule} (${finding.message.id}), ${finding.subject.name}`;
        if (after.includes(own)) {
          failures.push(`${place}: ${fix.kind} does not silence it`);
        }
        const added = after.filter(key => !known.has(key));
        if (added.length > 0) {
          failures.push(`${place}: ${fix.kind} brings ${added.join(', ')}`);
        }
      }
    }
  }
  return { applied, failures };
}

function keysOf(reports: readonly EntityReport[]): string[] {
  return reports.flatMap(report =>
    report.findings.map(finding => keyOf(foundOf(report, finding))),
  );
}

function keyOf({ rule, subject, entityRef }: ExpectedFinding): string {
  return `${rule} of ${subject} for ${entityRef}`;
}

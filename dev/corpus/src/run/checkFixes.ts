import {
  applyFixToEntity,
  applyFixToFacts,
  EntityReport,
  Finding,
  Fix,
} from '@portal-operations/plugin-label-contract-common';
import {
  historyOfFleet,
  indexedFacts,
  objectsOfFleet,
  troublesOf,
} from '../fleet/factsOfFleet';
import { ExpectedFinding, Mutated } from '../mutations/Mutation';
import { evaluateEntities } from './evaluateFleet';
import { isHealthRule } from './isHealthRule';
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
      const fixes = finding.fixes.filter(isMachineFix);
      for (const fix of fixes) {
        applied += 1;
        const entities = fleet.services.map(({ entity }) =>
          applyFixToEntity(fix, entity),
        );
        const facts = indexedFacts({
          facts: applyFixToFacts(fix, objectsOfFleet(fleet)),
          clusters: fleet.clusters,
          troubles: troublesOf(fleet),
        });
        const after = evaluateEntities({
          entities,
          facts,
          history: historyOfFleet(fleet),
          settings: fleet.settings,
        });
        const loud = keysOf(after, isLoud);
        const own = keyOfFinding(report, finding);
        const place = `${finding.rule} (${finding.message.id}), ${finding.subject.name}`;
        if (keysOf(after).includes(own)) {
          failures.push(`${place}: ${fix.kind} does not silence it`);
        }
        const added = loud.filter(key => !known.has(key));
        if (added.length > 0) {
          failures.push(`${place}: ${fix.kind} brings ${added.join(', ')}`);
        }
      }
    }
  }
  return { applied, failures };
}

/**
 * Whether a fix alone is enough, and can be carried out on facts. What is in a source that a tool syncs
 * from nobody here knows, and to remove an annotation that looks like the label is only tidying up.
 */
function isMachineFix(fix: Fix): boolean {
  switch (fix.kind) {
    case 'tell-owner':
    case 'sync':
    case 'edit-config':
    case 'grant-read':
      return false;
    case 'remove-label':
      return fix.under === 'labels';
    default:
      return true;
  }
}

/** What is worth knowing may come and go with a fix. */
function isLoud({ severity }: Finding): boolean {
  return severity !== 'info';
}

function keysOf(
  reports: readonly EntityReport[],
  counts: (finding: Finding) => boolean = () => true,
): string[] {
  return reports.flatMap(report =>
    report.findings
      .filter(counts)
      .map(finding => keyOfFinding(report, finding)),
  );
}

/** A workload that is made anew has another uid, so here its name tells which one it is. */
function keyOfFinding(report: EntityReport, finding: Finding): string {
  const found = foundOf(report, finding);
  const { subject } = finding;
  return keyOf(
    'uid' in subject
      ? {
          ...found,
          subject: `${subject.cluster}/${subject.namespace}/${subject.name}`,
        }
      : found,
  );
}

/** What is sick stays so, whatever its label; of new pods nobody has read yet why. */
function keyOf({ rule, subject, entityRef }: ExpectedFinding): string {
  const about = isHealthRule(rule) ? 'health' : rule;
  return `${about} of ${subject} for ${entityRef}`;
}

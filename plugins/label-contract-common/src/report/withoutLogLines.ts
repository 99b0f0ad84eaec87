import { Finding } from '../rules/Finding';
import { EntityReport } from './EntityReport';

/**
 * A report for a reader who may not see log lines. What was concluded from them stays: exit code,
 * reason, and what a container does not reach. So that nobody takes their absence for an empty log, the
 * finding says that there are some.
 *
 * @public
 */
export function withoutLogLines(report: EntityReport): EntityReport {
  return { ...report, findings: report.findings.map(withoutLines) };
}

function withoutLines(finding: Finding): Finding {
  const { values } = finding.message;
  if (!('lines' in values) || values.lines === undefined) {
    return finding;
  }
  return Object.assign({}, finding, {
    message: {
      ...finding.message,
      values: { ...values, lines: undefined, areLinesWithheld: true },
    },
  });
}

import { documentsOf } from '../../scripts/documentsOf';
import { clusterRules } from '../rules/allRules';
import { checkCluster } from '../rules/checkCluster';
import { ClusterFinding } from '../rules/Finding';
import { clusterOfExample } from '../testUtils/clusterOfExample';
import { settingsOfExample } from '../testUtils/settingsOfExample';

function findingsOf([example]: readonly unknown[]): ClusterFinding[] {
  return checkCluster({
    cluster: clusterOfExample(example),
    settings: settingsOfExample(example),
    now: new Date('2026-01-01T10:00:00Z'),
  });
}

describe.each(clusterRules.map(rule => [rule.id, rule] as const))(
  'the page of %s',
  (id, rule) => {
    const bad = () => findingsOf(documentsOf(rule, 'Bad'));

    it('has a bad example that the rule finds, and no other one', () => {
      expect(bad().map(finding => finding.rule)).toEqual([id]);
    });

    it('has a good example in which nothing is found', () => {
      expect(findingsOf(documentsOf(rule, 'Good'))).toEqual([]);
    });

    it('says in its header what the finding says', () => {
      for (const { severity, owner, evidence, fixes } of bad()) {
        expect(rule.severities).toContain(severity);
        expect(rule.owners).toContain(owner);
        expect(rule.evidences).toContain(evidence);
        expect(rule.fixes).toEqual(
          expect.arrayContaining(fixes.map(({ kind }) => kind)),
        );
      }
    });
  },
);

import { documentsOf } from '../../scripts/documentsOf';
import { createCatalogView } from '../claim/CatalogView';
import { evaluateEntity } from '../report/evaluateEntity';
import { allRules, clusterRules } from '../rules/allRules';
import { checkCluster } from '../rules/checkCluster';
import { ClusterFinding, Finding } from '../rules/Finding';
import { catalogOfExample } from '../testUtils/catalogOfExample';
import { clusterOfExample } from '../testUtils/clusterOfExample';
import { factsOfExample } from '../testUtils/factsOfExample';
import { historyOfExample } from '../testUtils/historyOfExample';
import { aHealthyWorkload, someFacts } from '../testUtils/someFacts';
import { valueAt } from '../testUtils/valueAt';
import { settingsOfExample } from '../testUtils/settingsOfExample';

const contractRules = allRules.filter(({ verdict }) => verdict === 'contract');

const now = new Date('2026-01-01T10:00:00Z');

/**
 * The example in a cluster: it is a workload with what belongs to it, catalog files, or a piece of the
 * portal's configuration. One that shows a Namespace shows all there is; else a workload that keeps the
 * contract runs beside it.
 */
function findingsOfEntity(documents: readonly unknown[]): Finding[] {
  const [example] = documents;
  const catalog = catalogOfExample(documents);
  const { entity, others } = catalog;
  const isWhole = documents.some(each => valueAt(each, 'kind') === 'Namespace');
  const neighbours = isWhole
    ? []
    : aHealthyWorkload('neighbour', 'payments-platform');
  return [
    ...evaluateEntity({
      entity,
      facts: someFacts({
        facts: [...neighbours, ...factsOfExample(documents)],
      }),
      catalog: createCatalogView([entity, ...others]),
      history: historyOfExample(catalog),
      settings: settingsOfExample(example),
      now,
    }).findings,
  ];
}

/** The example is what the API server answers, or a piece of the portal's configuration. */
function findingsOfCluster([example]: readonly unknown[]): ClusterFinding[] {
  return checkCluster({
    cluster: clusterOfExample(example),
    settings: settingsOfExample(example),
    now,
  });
}

describe.each([
  ...contractRules.map(rule => [rule.id, rule, findingsOfEntity] as const),
  ...clusterRules.map(rule => [rule.id, rule, findingsOfCluster] as const),
])('the page of %s', (id, rule, findingsOf) => {
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
});

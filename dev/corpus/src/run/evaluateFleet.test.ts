import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { createRandom } from '../fleet/createRandom';
import { FleetBuilder } from '../fleet/FleetBuilder';
import { makeCluster } from '../fleet/makeCluster';
import { evaluateFleet } from './evaluateFleet';

/** A service on the first of two clusters, and one on the second, of which nothing is known. */
function reportsWithOneDarkCluster() {
  const builder = new FleetBuilder(createRandom(1));
  for (const [name, cluster] of [
    ['billing', 'prod-east'],
    ['search', 'prod-west'],
  ]) {
    const term = { key: KUBERNETES_ID, value: name };
    const workload = builder.deploy(
      { cluster, namespace: 'alpha-team' },
      { name: `${name}-api`, labels: { [term.key]: term.value } },
    );
    builder.register({ name, term, workloads: [workload] });
  }
  return evaluateFleet(
    builder.build('one dark cluster', [
      makeCluster('prod-east', 'live'),
      makeCluster('prod-west', 'dark'),
    ]),
  );
}

describe('evaluateFleet', () => {
  it('alarms nobody for one dark cluster, and says what is not known', () => {
    const [billing, search] = reportsWithOneDarkCluster();

    expect([...billing.findings, ...search.findings]).toEqual([]);
    expect(billing).toMatchObject({
      contract: { verdict: 'met' },
      health: { verdict: 'healthy' },
      incomplete: [{ cluster: 'prod-west' }],
    });
    expect(search).toMatchObject({
      contract: { verdict: 'unknown' },
      health: { verdict: 'unknown' },
    });
  });
});

import { KUBERNETES_ID } from '../annotations';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import {
  aCluster,
  aDeployment,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { factsOfClusters } from './factsOfClusters';

const byId = [{ operator: 'in', key: KUBERNETES_ID, values: ['pay'] }] as const;
const east = aDeployment({ name: 'east', labels: labelled('pay') });
const west = aDeployment({
  name: 'west',
  cluster: 'prod-west',
  labels: labelled('pay'),
});
const replicaSet = aReplicaSet(east);
const pod = aPod(replicaSet);
const all = someFacts({
  facts: [east, west, replicaSet, pod],
  clusters: [aCluster('prod-east'), aCluster('prod-west')],
});

const namesIn = (workloads: Iterable<WorkloadFacts>) =>
  [...workloads].map(({ name }) => name);

describe('factsOfClusters', () => {
  it('leaves out what is on other clusters', () => {
    const view = factsOfClusters(all, ['prod-east']);
    const namespace = 'payments-team';

    expect(namesIn(view.workloadsMatching(byId))).toEqual(['east']);
    expect(
      namesIn(view.workloadsIn({ cluster: 'prod-east', namespace })),
    ).toEqual(['east']);
    expect(
      namesIn(view.workloadsIn({ cluster: 'prod-west', namespace })),
    ).toEqual([]);
    expect([...view.clusters()].map(({ name }) => name)).toEqual(['prod-east']);
  });

  it('keeps what belongs to a workload', () => {
    const view = factsOfClusters(all, ['prod-east']);

    expect([...view.controlledBy(east)]).toEqual([replicaSet]);
    expect([...view.controlledBy(replicaSet)]).toEqual([pod]);
  });
});

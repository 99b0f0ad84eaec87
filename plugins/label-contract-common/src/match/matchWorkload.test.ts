import { PodFacts } from '../facts/PodFacts';
import { aPod, someFacts } from '../testUtils/someFacts';
import {
  aControllerRevision,
  aDaemonSet,
  aStatefulSet,
} from '../testUtils/workloads';
import { workloadAgainst } from './matchWorkload';

const replicas = { desiredReplicas: 3, readyReplicas: 2, updatedReplicas: 1 };
const revision = (hash: string): Partial<PodFacts> => ({
  labels: { 'controller-revision-hash': hash },
});

function countedPods(
  workload: ReturnType<typeof aStatefulSet> | ReturnType<typeof aDaemonSet>,
): string[] {
  const hash = (name: string) =>
    workload.kind === 'StatefulSet' ? `${workload.name}-${name}` : name;
  const pods = ['old', 'old', 'new'].map((name, ordinal) =>
    aPod(workload, { name: `desk-${ordinal}`, ...revision(hash(name)) }),
  );
  const revisions = ['old', 'new'].map((name, index) =>
    aControllerRevision(workload, {
      name: `${workload.name}-${name}`,
      uid: name,
      revision: index + 1,
    }),
  );
  const facts = someFacts({ facts: [workload, ...pods, ...revisions] });
  return workloadAgainst({ workload, selector: [], facts }).pods.map(
    ({ name }) => name,
  );
}

describe('the pods that count of a rollout in progress', () => {
  it.each([
    aStatefulSet({ name: 'desk', ...replicas, updateRevision: 'desk-new' }),
    aStatefulSet({ name: 'desk', ...replicas }),
    aDaemonSet({ name: 'desk', ...replicas }),
  ])('are those of the newest revision of a $kind', workload => {
    expect(countedPods(workload)).toEqual(['desk-2']);
  });

  it.each([
    aStatefulSet({ name: 'desk', ...replicas, updateStrategy: 'OnDelete' }),
    aDaemonSet({ name: 'desk', ...replicas, updateStrategy: 'OnDelete' }),
  ])('are all where a $kind replaces none by itself', workload => {
    expect(countedPods(workload)).toEqual(['desk-0', 'desk-1', 'desk-2']);
  });

  it('are also those that a partition keeps', () => {
    expect(
      countedPods(aStatefulSet({ name: 'desk', ...replicas, partition: 1 })),
    ).toEqual(['desk-0', 'desk-2']);
  });
});

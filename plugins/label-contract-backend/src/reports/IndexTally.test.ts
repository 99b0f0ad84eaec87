import {
  KUBERNETES_ID,
  Labels,
} from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { someFacts } from '../tests/someFacts';
import { IndexTally } from './IndexTally';

function anObject(
  kind: 'Deployment' | 'ReplicaSet' | 'Pod' | 'Job' | 'Service',
  uid: string,
  options: {
    labels?: Labels;
    templateLabels?: Labels;
    controllerUid?: string;
    cluster?: string;
  } = {},
) {
  const { cluster = 'prod', labels = {}, controllerUid } = options;
  return someFacts(
    kind,
    { cluster, uid, namespace: 'shop', name: uid, labels, controllerUid },
    options.templateLabels,
  );
}

const labelled = (value: string) => ({ [KUBERNETES_ID]: value });

const objects = [
  anObject('Deployment', 'web', {
    labels: labelled('web'),
    templateLabels: labelled('web-2'),
  }),
  anObject('ReplicaSet', 'web-1', {
    controllerUid: 'web',
    labels: labelled('web'),
  }),
  anObject('Pod', 'web-1-a', {
    controllerUid: 'web-1',
    labels: labelled('web'),
  }),
  anObject('Pod', 'bare'),
  anObject('Job', 'once'),
  anObject('Service', 'web-service', { labels: labelled('of a service') }),
  anObject('Deployment', 'other', { cluster: 'dev' }),
];

const known = (tally: IndexTally) => ({
  prod: tally.countsOf('prod'),
  dev: tally.countsOf('dev'),
  values: [...tally.contractValues()].sort(),
});

const all = {
  prod: { workloads: 3, pods: 2 },
  dev: { workloads: 1, pods: 0 },
  values: ['web', 'web-2'],
};

describe('IndexTally', () => {
  it('counts workloads, pods, and values of the contract label', () => {
    const index = new WorkloadIndex();
    const tally = new IndexTally(index);
    objects.forEach(each => index.put(each));

    expect(known(tally)).toEqual(all);
  });

  it('counts what was there before', () => {
    const index = new WorkloadIndex();
    objects.forEach(each => index.put(each));

    expect(known(new IndexTally(index))).toEqual(all);
  });

  it('follows each change', () => {
    const index = new WorkloadIndex();
    const tally = new IndexTally(index);
    objects.forEach(each => index.put(each));

    index.put(anObject('Deployment', 'web', { labels: labelled('shop') }));
    index.remove({ cluster: 'prod', kind: 'Pod' }, 'web-1-a');
    expect(known(tally)).toEqual({
      prod: { workloads: 3, pods: 1 },
      dev: { workloads: 1, pods: 0 },
      values: ['shop', 'web'],
    });

    index.replaceAll({ cluster: 'prod', kind: 'ReplicaSet' }, []);
    index.replaceAll({ cluster: 'prod', kind: 'Pod' }, []);
    index.removeCluster('dev');
    expect(known(tally)).toEqual({
      prod: { workloads: 2, pods: 0 },
      dev: { workloads: 0, pods: 0 },
      values: ['shop'],
    });
  });

  it('stops on demand', () => {
    const index = new WorkloadIndex();
    const tally = new IndexTally(index);
    tally.stop();
    objects.forEach(each => index.put(each));

    expect(known(tally).values).toEqual([]);
  });
});

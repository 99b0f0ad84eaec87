import {
  DeploymentFacts,
  Facts,
  KUBERNETES_ID,
  Labels,
  PodFacts,
  ReplicaSetFacts,
  Selector,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from './WorkloadIndex';

/** A label without a look-up table. */
const OTHER_KEY = 'team';

function labelled(value?: string): Labels {
  return value === undefined ? {} : { [KUBERNETES_ID]: value };
}

function aDeployment(facts: Partial<DeploymentFacts> = {}): DeploymentFacts {
  return {
    kind: 'Deployment',
    cluster: 'prod-1',
    uid: 'd',
    namespace: 'payments-team',
    name: 'payments-gateway',
    labels: {},
    templateLabels: {},
    desiredReplicas: 1,
    updatedReplicas: 1,
    readyReplicas: 1,
    replicas: 1,
    isObserved: true,
    isOptedOut: false,
    ...facts,
  };
}

function aReplicaSet(facts: Partial<ReplicaSetFacts> = {}): ReplicaSetFacts {
  return {
    kind: 'ReplicaSet',
    cluster: 'prod-1',
    uid: 'r',
    namespace: 'payments-team',
    name: 'payments-gateway-1',
    labels: {},
    templateLabels: {},
    desiredReplicas: 1,
    controllerUid: 'd',
    ...facts,
  };
}

function aPod(facts: Partial<PodFacts> = {}): PodFacts {
  return {
    kind: 'Pod',
    cluster: 'prod-1',
    uid: 'p',
    namespace: 'payments-team',
    name: 'payments-gateway-1-x',
    labels: {},
    phase: 'Running',
    isReady: true,
    isDeleting: false,
    containers: [],
    controllerUid: 'r',
    ...facts,
  };
}

function equal(key: string, value: string): Selector {
  return [{ operator: 'in', key, values: [value] }];
}

function anIndex(...facts: Facts[]): WorkloadIndex {
  const index = new WorkloadIndex();
  facts.forEach(each => index.put(each));
  return index;
}

function uidsOf(items: Iterable<Facts>): string[] {
  return [...items].map(({ uid }) => uid).sort();
}

function found(index: WorkloadIndex, value: string): string[] {
  return uidsOf(index.workloadsMatching(equal(KUBERNETES_ID, value)));
}

describe('WorkloadIndex', () => {
  it.each<[string, Facts[]]>([
    [
      'its object',
      [aDeployment({ labels: labelled('claim') }), aReplicaSet(), aPod()],
    ],
    [
      'its template',
      [
        aDeployment({ templateLabels: labelled('claim') }),
        aReplicaSet(),
        aPod(),
      ],
    ],
    [
      'an earlier revision',
      [aDeployment(), aReplicaSet({ templateLabels: labelled('claim') })],
    ],
    [
      'a running pod',
      [aDeployment(), aReplicaSet(), aPod({ labels: labelled('claim') })],
    ],
    [
      'a pod that came before its owners',
      [aPod({ labels: labelled('claim') }), aReplicaSet(), aDeployment()],
    ],
  ])('finds a workload of which only %s carries the value', (_, facts) => {
    expect(found(anIndex(...facts), 'claim')).toEqual(['d']);
    expect(found(anIndex(...facts), 'another')).toEqual([]);
  });

  it('finds a workload once, however many levels carry the value', () => {
    const index = anIndex(
      aDeployment({
        labels: labelled('claim'),
        templateLabels: labelled('claim'),
      }),
      aReplicaSet({ templateLabels: labelled('claim') }),
      aPod({ labels: labelled('claim') }),
    );
    expect(found(index, 'claim')).toEqual(['d']);
  });

  it('follows a label that changes', () => {
    const index = anIndex(aDeployment({ templateLabels: labelled('old') }));
    index.put(aDeployment({ templateLabels: labelled('new') }));
    expect(found(index, 'old')).toEqual([]);
    expect(found(index, 'new')).toEqual(['d']);
  });

  it('keeps two clusters apart that have the same uid', () => {
    const index = anIndex(
      aDeployment({ cluster: 'prod-1', labels: labelled('one') }),
      aDeployment({ cluster: 'prod-2', labels: labelled('two') }),
      aReplicaSet({ cluster: 'prod-2' }),
    );
    expect(found(index, 'one')).toEqual(['d']);
    index.remove({ cluster: 'prod-1', kind: 'Deployment' }, 'd');
    expect(found(index, 'one')).toEqual([]);
    expect(found(index, 'two')).toEqual(['d']);
    expect(
      uidsOf(index.replicaSetsOf(aDeployment({ cluster: 'prod-1' }))),
    ).toEqual([]);
    expect(
      uidsOf(index.replicaSetsOf(aDeployment({ cluster: 'prod-2' }))),
    ).toEqual(['r']);
  });

  it('leads from a Deployment to its revisions and from these to their pods', () => {
    const index = anIndex(
      aPod({ uid: 'p1' }),
      aPod({ uid: 'p2' }),
      aPod({ uid: 'bare', controllerUid: undefined }),
      aReplicaSet(),
      aReplicaSet({ uid: 'r-of-another', controllerUid: 'another' }),
      aDeployment(),
    );
    expect(uidsOf(index.replicaSetsOf(aDeployment()))).toEqual(['r']);
    expect(uidsOf(index.podsOf(aReplicaSet()))).toEqual(['p1', 'p2']);
  });

  it('forgets with a full list what is gone, and only on that cluster and of that kind', () => {
    const index = anIndex(
      aDeployment({ uid: 'gone', labels: labelled('claim') }),
      aDeployment({
        uid: 'kept',
        cluster: 'prod-2',
        labels: labelled('claim'),
      }),
      aReplicaSet({ controllerUid: 'there' }),
    );
    index.replaceAll({ cluster: 'prod-1', kind: 'Deployment' }, [
      aDeployment({ uid: 'there', labels: labelled('claim') }),
    ]);
    expect(found(index, 'claim')).toEqual(['kept', 'there']);
    expect(uidsOf(index.replicaSetsOf(aDeployment({ uid: 'there' })))).toEqual([
      'r',
    ]);
  });

  it('knows a cluster from its first state on, with every other kind syncing', () => {
    const index = new WorkloadIndex();
    index.setWatchState(
      { cluster: 'prod-1', kind: 'Pod' },
      { kind: 'live', asOf: '2026-01-01T12:00:00.000Z' },
    );
    expect([...index.clusters()]).toEqual([
      {
        name: 'prod-1',
        watches: {
          Deployment: { kind: 'syncing' },
          ReplicaSet: { kind: 'syncing' },
          Pod: { kind: 'live', asOf: '2026-01-01T12:00:00.000Z' },
        },
      },
    ]);
  });

  it('finds by a selector only what one level satisfies as a whole', () => {
    const index = anIndex(
      aDeployment({
        labels: { app: 'web', tier: 'front' },
        templateLabels: { app: 'web' },
      }),
    );
    const selectors: [Selector, string[]][] = [
      [[...equal('app', 'web'), ...equal('tier', 'front')], ['d']],
      [[...equal('tier', 'front'), { operator: 'absent', key: 'app' }], []],
      [[{ operator: 'in', key: 'app', values: ['api', 'web'] }], ['d']],
      [[{ operator: 'exists', key: 'tier' }], ['d']],
      [[{ operator: 'notin', key: 'tier', values: ['front'] }], ['d']],
      [[{ operator: 'greater', key: 'tier', value: BigInt(1) }], []],
      [[], ['d']],
    ];
    for (const [selector, uids] of selectors) {
      expect(uidsOf(index.workloadsMatching(selector))).toEqual(uids);
    }
  });

  it('takes no name of the language for a label', () => {
    const index = anIndex(aDeployment());
    expect([
      ...index.workloadsMatching(equal('constructor', String(Object))),
    ]).toEqual([]);
  });
});

/** Numbers from 0 up to 1 that are the same in every run (Park and Miller's generator). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/** The same answers as the index, the slow and obvious way. */
class NaiveIndex {
  facts: Facts[] = [];

  put(facts: Facts): void {
    this.remove(facts, facts.uid);
    this.facts.push(facts);
  }

  remove(watch: { cluster: string; kind: WatchedKind }, uid: string): void {
    this.facts = this.facts.filter(
      each =>
        each.cluster !== watch.cluster ||
        each.kind !== watch.kind ||
        each.uid !== uid,
    );
  }

  replaceAll(
    watch: { cluster: string; kind: WatchedKind },
    facts: Facts[],
  ): void {
    this.facts = [
      ...this.facts.filter(
        each => each.cluster !== watch.cluster || each.kind !== watch.kind,
      ),
      ...facts,
    ];
  }

  ofKind<Kind extends WatchedKind>(
    kind: Kind,
    cluster: string,
  ): Extract<Facts, { kind: Kind }>[] {
    return this.facts.filter(
      (each): each is Extract<Facts, { kind: Kind }> =>
        each.kind === kind && each.cluster === cluster,
    );
  }

  workloads(key: string, value: string, clusters: string[]): string[] {
    return clusters
      .flatMap(cluster =>
        this.ofKind('Deployment', cluster).filter(deployment => {
          const replicaSets = this.ofKind('ReplicaSet', cluster).filter(
            ({ controllerUid }) => controllerUid === deployment.uid,
          );
          const pods = this.ofKind('Pod', cluster).filter(pod =>
            replicaSets.some(({ uid }) => uid === pod.controllerUid),
          );
          return [
            deployment.labels,
            deployment.templateLabels,
            ...replicaSets.map(({ templateLabels }) => templateLabels),
            ...pods.map(({ labels }) => labels),
          ].some(labels => labels[key] === value);
        }),
      )
      .map(({ cluster, uid }) => `${cluster}/${uid}`)
      .sort();
  }
}

describe('WorkloadIndex, after any changes in any order', () => {
  const clusters = ['prod-1', 'prod-2'];
  const values = ['a', 'b', 'c'];
  const kinds: WatchedKind[] = ['Deployment', 'ReplicaSet', 'Pod'];

  function aWalk(seed: number) {
    const random = seededRandom(seed);
    const pick = <Item>(items: readonly Item[]): Item =>
      items[Math.floor(random() * items.length)];
    const uid = () => pick(['1', '2', '3', '4', '5', '6']);
    const labels = (): Labels => {
      const value = pick([...values, undefined]);
      return value === undefined
        ? {}
        : { [KUBERNETES_ID]: value, [OTHER_KEY]: pick(values) };
    };
    const facts = (cluster: string, kind: WatchedKind): Facts => {
      switch (kind) {
        case 'Deployment':
          return aDeployment({
            cluster,
            uid: uid(),
            labels: labels(),
            templateLabels: labels(),
          });
        case 'ReplicaSet':
          return aReplicaSet({
            cluster,
            uid: uid(),
            templateLabels: labels(),
            controllerUid: pick([uid(), undefined]),
          });
        default:
          return aPod({
            cluster,
            uid: uid(),
            labels: labels(),
            controllerUid: pick([uid(), undefined]),
          });
      }
    };
    const watch = () => ({ cluster: pick(clusters), kind: pick(kinds) });
    const list = (cluster: string, kind: WatchedKind) => {
      const byUid = new Map(
        Array.from({ length: 5 }, () => facts(cluster, kind)).map(each => [
          each.uid,
          each,
        ]),
      );
      return [...byUid.values()];
    };

    return (target: Pick<NaiveIndex, 'put' | 'remove' | 'replaceAll'>[]) => {
      const dice = random();
      const chosen = watch();
      if (dice < 0.65) {
        const added = facts(chosen.cluster, chosen.kind);
        target.forEach(each => each.put(added));
        return;
      }
      if (dice < 0.95) {
        const gone = uid();
        target.forEach(each => each.remove(chosen, gone));
        return;
      }
      const all = list(chosen.cluster, chosen.kind);
      target.forEach(each => each.replaceAll(chosen, all));
    };
  }

  it.each([1, 2, 3, 4, 5])(
    'answers as a naive model does, and ends empty (seed %d)',
    seed => {
      const index = new WorkloadIndex();
      const naive = new NaiveIndex();
      const step = aWalk(seed);

      for (let count = 0; count < 400; count++) {
        step([index, naive]);

        for (const value of values) {
          for (const key of [KUBERNETES_ID, OTHER_KEY]) {
            expect(
              [...index.workloadsMatching(equal(key, value))]
                .map(({ cluster, uid }) => `${cluster}/${uid}`)
                .sort(),
            ).toEqual(naive.workloads(key, value, clusters));
          }
        }
        expect(index.size().objects).toBe(naive.facts.length);
      }

      for (const { cluster, kind, uid } of naive.facts) {
        index.remove({ cluster, kind }, uid);
      }
      expect(index.size()).toEqual({ objects: 0, lookUps: 0 });
    },
  );

  it('keeps nothing where every list comes back empty', () => {
    const index = new WorkloadIndex();
    const step = aWalk(7);
    for (let count = 0; count < 100; count++) {
      step([index]);
    }
    expect(index.size().lookUps).toBeGreaterThan(0);
    for (const cluster of clusters) {
      kinds.forEach(kind => index.replaceAll({ cluster, kind }, []));
    }
    expect(index.size()).toEqual({ objects: 0, lookUps: 0 });
  });
});

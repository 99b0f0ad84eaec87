import {
  DeploymentFacts,
  Facts,
  FactsView,
  KUBERNETES_ID,
  Labels,
  PodFacts,
  ReplicaSetFacts,
  Selector,
  viewOnFacts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { someFacts } from '../tests/someFacts';
import { IndexChange, WorkloadIndex } from './WorkloadIndex';

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
    readyReplicas: 1,
    isOptedOut: false,
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
    expect(uidsOf(index.controlledBy({ cluster: 'prod-1', uid: 'd' }))).toEqual(
      [],
    );
    expect(uidsOf(index.controlledBy({ cluster: 'prod-2', uid: 'd' }))).toEqual(
      ['r'],
    );
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
    expect(uidsOf(index.controlledBy(aDeployment()))).toEqual(['r']);
    expect(uidsOf(index.controlledBy(aReplicaSet()))).toEqual(['p1', 'p2']);
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
    expect(uidsOf(index.controlledBy(aDeployment({ uid: 'there' })))).toEqual([
      'r',
    ]);
  });

  it('forgets with a list of one namespace what is gone there, and nothing elsewhere', () => {
    const index = anIndex(
      aDeployment({ uid: 'gone', labels: labelled('claim') }),
      aDeployment({
        uid: 'elsewhere',
        namespace: 'inventory-team',
        labels: labelled('claim'),
      }),
    );
    index.replaceAll(
      { cluster: 'prod-1', kind: 'Deployment', namespace: 'payments-team' },
      [aDeployment({ uid: 'there', labels: labelled('claim') })],
    );
    expect(found(index, 'claim')).toEqual(['elsewhere', 'there']);
  });

  it('forgets with a list of one Namespace no other', () => {
    const index = anIndex(
      ...['payments-team', 'inventory-team'].map(name =>
        someFacts('Namespace', {
          cluster: 'prod-1',
          uid: name,
          namespace: '',
          name,
          labels: {},
        }),
      ),
    );
    index.replaceAll(
      { cluster: 'prod-1', kind: 'Namespace', namespace: 'payments-team' },
      [],
    );
    expect(uidsOf(index.all())).toEqual(['inventory-team']);
  });

  it('knows a cluster from its first state on, and of it only the kinds that have one', () => {
    const index = new WorkloadIndex();
    const live = { kind: 'live', asOf: '2026-01-01T12:00:00.000Z' } as const;
    index.setWatchState({ cluster: 'prod-1', kind: 'Pod' }, live);
    index.setWatchState(
      { cluster: 'prod-1', kind: 'Job' },
      { kind: 'syncing' },
    );
    expect([...index.clusters()]).toEqual([
      { name: 'prod-1', watches: { Pod: live, Job: { kind: 'syncing' } } },
    ]);
  });

  it('takes for a workload what nothing known controls, and asks anew each time', () => {
    const place = { cluster: 'prod-1', namespace: 'payments-team' };
    const index = anIndex(aPod({ labels: labelled('claim') }), aReplicaSet());
    expect(uidsOf(index.workloadsIn(place))).toEqual(['r']);
    expect(found(index, 'claim')).toEqual(['r']);

    index.put(aDeployment());
    expect(uidsOf(index.workloadsIn(place))).toEqual(['d']);
    expect(found(index, 'claim')).toEqual(['d']);

    index.remove({ cluster: 'prod-1', kind: 'Deployment' }, 'd');
    index.remove({ cluster: 'prod-1', kind: 'ReplicaSet' }, 'r');
    expect(uidsOf(index.workloadsIn(place))).toEqual(['p']);
    expect(found(index, 'claim')).toEqual(['p']);
  });

  it('finds no workload where owner references lead in a circle', () => {
    const index = anIndex(
      aReplicaSet({ uid: 'a', controllerUid: 'b' }),
      aReplicaSet({
        uid: 'b',
        controllerUid: 'a',
        labels: labelled('claim'),
      }),
      aPod({ uid: 'c', controllerUid: 'c', labels: labelled('claim') }),
    );
    expect(found(index, 'claim')).toEqual([]);
  });

  it('keeps what was read of an object in trouble as long as the object is there', () => {
    const trouble = { events: [], logLines: { web: ['no route to host'] } };
    const index = anIndex(aPod());
    index.setTrouble(aPod(), trouble);
    index.put(aPod({ isReady: false }));
    index.replaceAll({ cluster: 'prod-1', kind: 'Pod' }, [aPod()]);
    expect(index.troubleOf(aPod())).toBe(trouble);
    expect(index.troubleOf(aPod({ cluster: 'prod-2' }))).toBeUndefined();

    index.remove({ cluster: 'prod-1', kind: 'Pod' }, 'p');
    index.setTrouble(aPod(), trouble);
    expect(index.troubleOf(aPod())).toBeUndefined();
    expect(index.size()).toEqual({ objects: 0, lookUps: 0 });
  });

  it('finds a Namespace by its name when it was made again before its end was heard of', () => {
    const place = { cluster: 'prod-1', namespace: 'shop' };
    const shop = (uid: string) =>
      someFacts('Namespace', {
        cluster: 'prod-1',
        namespace: '',
        name: 'shop',
        uid,
        labels: {},
      });
    const index = anIndex(shop('first'), shop('second'));
    index.remove({ cluster: 'prod-1', kind: 'Namespace' }, 'first');
    expect(index.namespace(place)).toMatchObject({ uid: 'second' });
    index.remove({ cluster: 'prod-1', kind: 'Namespace' }, 'second');
    expect(index.namespace(place)).toBeUndefined();
  });

  it('finds an Application on a hub by the address of the cluster that it deploys to', () => {
    const index = new WorkloadIndex();
    index.setCluster({ name: 'prod-1', url: 'https://one.example.com:6443' });
    index.setCluster({ name: 'prod-2', url: 'https://two.example.com:6443' });
    const anApplication = (uid: string, server: string): Facts => ({
      kind: 'Application',
      cluster: 'hub',
      namespace: uid,
      name: 'payments',
      uid,
      labels: {},
      destination: { server },
      selfHeals: true,
    });
    index.put(anApplication('first', 'https://one.example.com:6443'));
    index.put(anApplication('second', 'https://two.example.com:6443'));
    const reaching = (cluster: string, name = 'payments') =>
      [...index.applicationsReaching({ cluster, name })].map(({ uid }) => uid);

    expect(reaching('prod-1')).toEqual(['first']);
    expect(reaching('prod-2')).toEqual(['second']);
    expect([...reaching('hub'), ...reaching('prod-1', 'shop')]).toEqual([]);
    index.removeCluster('hub');
    expect(reaching('prod-1')).toEqual([]);
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

  it.each<[string, Selector]>([
    ['a value', equal(OTHER_KEY, 'a')],
    ['the key', [{ operator: 'exists', key: OTHER_KEY }]],
    [
      'a value among others',
      [
        { operator: 'notin', key: OTHER_KEY, values: ['b'] },
        ...equal(OTHER_KEY, 'a'),
      ],
    ],
    ['no value', [{ operator: 'notin', key: OTHER_KEY, values: ['a'] }]],
    ['no such key', [{ operator: 'absent', key: OTHER_KEY }]],
  ])('finds by %s the same, looked up or not', (_, selector) => {
    const facts = [
      aDeployment({ uid: 'a', labels: { [OTHER_KEY]: 'a' } }),
      aDeployment({ uid: 'b', labels: { [OTHER_KEY]: 'b' } }),
      aDeployment({ uid: 'c', labels: {} }),
    ];
    const index = anIndex(...facts);
    const walked = uidsOf(index.workloadsMatching(selector));
    expect(walked.length).toBeGreaterThan(0);

    index.setLabelKeys([OTHER_KEY]);
    expect(uidsOf(index.workloadsMatching(selector))).toEqual(walked);
    index.put(aDeployment({ uid: 'd', labels: { [OTHER_KEY]: 'a' } }));
    const more = uidsOf(index.workloadsMatching(selector));
    index.setLabelKeys([]);
    expect(uidsOf(index.workloadsMatching(selector))).toEqual(more);
  });

  it('takes no name of the language for a label', () => {
    const index = anIndex(aDeployment());
    expect([
      ...index.workloadsMatching(equal('constructor', String(Object))),
    ]).toEqual([]);
  });
});

/** An index, and all that it says to somebody who listens. */
function aHeardIndex(...facts: Facts[]) {
  const index = anIndex(...facts);
  const changes: IndexChange[] = [];
  const stop = index.subscribe(change => changes.push(change));
  return { index, changes, stop };
}

describe('WorkloadIndex, to those who listen', () => {
  const watch = { cluster: 'prod-1', kind: 'Deployment' } as const;
  const live = (asOf: string) => ({ kind: 'live', asOf } as const);
  const stale = (message: string) =>
    ({
      kind: 'stale',
      asOf: '2026-01-01T12:00:00.000Z',
      since: '2026-01-01T12:01:00.000Z',
      problem: { reason: 'unreachable', message },
    } as const);

  it('says what came, changed and went, in that order, and grows with each', () => {
    const { index, changes } = aHeardIndex();
    const generations = [index.generation];
    const first = aDeployment();
    const second = aDeployment({ readyReplicas: 0 });
    for (const act of [
      () => index.put(first),
      () => index.put(second),
      () => index.remove(watch, 'd'),
    ]) {
      act();
      generations.push(index.generation);
    }
    expect(changes).toEqual([
      { kind: 'object', before: undefined, after: first },
      { kind: 'object', before: first, after: second },
      { kind: 'object', before: second, after: undefined },
    ]);
    expect(new Set(generations).size).toBe(4);
    expect([...generations].sort((a, b) => a - b)).toEqual(generations);
  });

  it('says a change when it is made, not before', () => {
    const index = new WorkloadIndex();
    const seen: string[][] = [];
    index.subscribe(() => seen.push(uidsOf(index.all())));
    index.put(aDeployment());
    index.remove(watch, 'd');
    expect(seen).toEqual([['d'], []]);
  });

  it('says nothing of an object that comes again as it was', () => {
    const pod = () =>
      aPod({
        labels: labelled('claim'),
        containers: [{ name: 'web', isReady: true, restartCount: 0 }],
      });
    const { index, changes } = aHeardIndex(pod());
    const before = index.generation;
    index.put(pod());
    index.remove({ cluster: 'prod-1', kind: 'Pod' }, 'unknown');
    index.remove(watch, 'p');
    expect(changes).toEqual([]);
    expect(index.generation).toBe(before);

    index.put({
      ...pod(),
      containers: [{ name: 'web', isReady: true, restartCount: 1 }],
    });
    expect(changes).toHaveLength(1);
  });

  it('ends a list with a word, after what differs from before', () => {
    const { index, changes } = aHeardIndex(
      aDeployment({ uid: 'gone' }),
      aDeployment({ uid: 'same' }),
    );
    index.replaceAll(watch, [
      aDeployment({ uid: 'same' }),
      aDeployment({ uid: 'new' }),
    ]);
    expect(
      changes.map(change =>
        change.kind === 'object'
          ? [change.before?.uid, change.after?.uid]
          : change,
      ),
    ).toEqual([
      ['gone', undefined],
      [undefined, 'new'],
      { kind: 'listed', watch },
    ]);
  });

  it('says another state of a watch or another reason for it, and no sign of life', () => {
    const { index, changes } = aHeardIndex();
    for (const state of [
      live('2026-01-01T12:00:00.000Z'),
      live('2026-01-01T12:00:05.000Z'),
      stale('no answer'),
      stale('no answer'),
      stale('no route to host'),
    ]) {
      index.setWatchState(watch, state);
    }
    expect(changes).toEqual([
      { kind: 'state', watch, state: live('2026-01-01T12:00:00.000Z') },
      { kind: 'state', watch, state: stale('no answer') },
      { kind: 'state', watch, state: stale('no route to host') },
    ]);
  });

  it('says what was read of an object in trouble, but not of one that is gone', () => {
    const { index, changes } = aHeardIndex(aPod());
    index.setTrouble(aPod(), { events: [], logLines: {} });
    index.setTrouble(aPod({ uid: 'gone' }), { events: [], logLines: {} });
    expect(changes).toEqual([{ kind: 'trouble', cluster: 'prod-1', uid: 'p' }]);
  });

  it('forgets a cluster with all that it holds, and no other', () => {
    const { index, changes } = aHeardIndex(
      aDeployment(),
      aPod(),
      aPod({ cluster: 'prod-2' }),
    );
    index.setCluster({ name: 'prod-1' });
    index.setCluster({ name: 'prod-2' });
    index.removeCluster('prod-1');
    index.removeCluster('never-known');
    expect(uidsOf(index.all())).toEqual(['p']);
    expect([...index.clusters()].map(({ name }) => name)).toEqual(['prod-2']);
    // Each object goes by itself, so that who counts needs to know nothing of clusters.
    expect(changes.map(({ kind }) => kind)).toEqual([
      'object',
      'object',
      'cluster-removed',
    ]);
  });

  it('knows what a cluster is, whenever its watches began', () => {
    const { index } = aHeardIndex();
    index.setWatchState(watch, { kind: 'syncing' });
    index.noteSkipped(watch);
    index.noteSkipped(watch);
    index.setCluster({ name: 'prod-1', title: 'Production', account: 'own' });
    expect([...index.clusters()]).toEqual([
      {
        name: 'prod-1',
        title: 'Production',
        account: 'own',
        skipped: 2,
        watches: { Deployment: { kind: 'syncing' } },
      },
    ]);

    const before = index.generation;
    index.setCluster({ name: 'prod-1', title: 'Production', account: 'own' });
    expect(index.generation).toBe(before);
    index.setCluster({ name: 'prod-1', title: 'Production' });
    expect(index.generation).toBe(before + 1);
    expect([...index.clusters()][0]).not.toHaveProperty('account', 'own');
  });

  it('is silent to who left', () => {
    const { index, changes, stop } = aHeardIndex();
    stop();
    index.put(aDeployment());
    expect(changes).toEqual([]);
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

/** Only remembers what there is; the plain view answers every question about it. */
class PlainFacts {
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
}

const clusters = ['prod-1', 'prod-2'];
const namespaces = ['payments-team', 'inventory-team'];
const values = ['a', 'b', 'c'];
/** Twice where many are needed for a chain. */
const kinds: WatchedKind[] = [
  'Deployment',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Rollout',
  'DeploymentConfig',
  'CronJob',
  'Job',
  'Job',
  'ReplicaSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
  'Pod',
  'Pod',
  'ControllerRevision',
  'Service',
  'EndpointSlice',
  'Ingress',
  'Route',
  'HorizontalPodAutoscaler',
  'Namespace',
  'Node',
  'Application',
];
const numbers = ['1', '2', '3'];
/** Pods too: a driver of Spark controls its executors. */
const controllers = kinds.filter(kind => kind !== 'ControllerRevision');

/** Changes of any kind, the same for the same seed. */
function aWalk(seed: number) {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)];
  const uid = (kind: WatchedKind) => `${kind}-${pick(numbers)}`;
  const labels = (): Labels => {
    const value = pick([...values, undefined]);
    return value === undefined
      ? {}
      : { [KUBERNETES_ID]: value, [OTHER_KEY]: pick(values) };
  };
  const facts = (cluster: string, kind: WatchedKind): Facts => {
    const name = uid(kind);
    return someFacts(
      kind,
      {
        cluster,
        // The uid of a Namespace or a Node is its name here: none is there twice.
        uid: name,
        name,
        namespace: pick(namespaces),
        labels: labels(),
        controllerUid: pick([undefined, uid(pick(controllers)), 'a-stranger']),
      },
      labels(),
    );
  };
  const list = (cluster: string, kind: WatchedKind) => [
    ...new Map(
      numbers
        .map(() => facts(cluster, kind))
        .map(each => [each.uid, each] as const),
    ).values(),
  ];

  return (target: Pick<PlainFacts, 'put' | 'remove' | 'replaceAll'>[]) => {
    const dice = random();
    const chosen = { cluster: pick(clusters), kind: pick(kinds) };
    if (dice < 0.75) {
      const added = facts(chosen.cluster, chosen.kind);
      target.forEach(each => each.put(added));
      return;
    }
    if (dice < 0.95) {
      const gone = uid(chosen.kind);
      target.forEach(each => each.remove(chosen, gone));
      return;
    }
    const all = list(chosen.cluster, chosen.kind);
    target.forEach(each => each.replaceAll(chosen, all));
  };
}

/** All questions that there are, about everything that the walk may make. */
function answersOf(view: FactsView) {
  const keys = (facts: Iterable<Facts>) =>
    [...facts].map(({ cluster, uid }) => `${cluster}/${uid}`).sort();
  const places = clusters.flatMap(cluster =>
    namespaces.map(namespace => ({ cluster, namespace })),
  );
  const uids = [...new Set(kinds)].flatMap(kind =>
    numbers.map(number => `${kind}-${number}`),
  );
  const objects = clusters.flatMap(cluster =>
    uids.map(uid => ({ cluster, uid })),
  );
  return {
    matching: values.flatMap(value =>
      [KUBERNETES_ID, OTHER_KEY].map(key =>
        keys(view.workloadsMatching(equal(key, value))),
      ),
    ),
    workloads: places.map(place => keys(view.workloadsIn(place))),
    controlled: objects.map(object => keys(view.controlledBy(object))),
    companions: places.map(place => keys(view.companionsIn(place))),
    services: clusters.map(cluster => keys(view.servicesOn(cluster))),
    endpointSlices: places.map(place => keys(view.endpointSlicesIn(place))),
    namespaces: objects.map(({ cluster, uid }) =>
      view.namespace({ cluster, namespace: uid }),
    ),
    applications: objects.map(({ cluster, uid }) =>
      keys(view.applicationsReaching({ cluster, name: uid })),
    ),
    nodes: objects.map(({ cluster, uid }) => view.node({ cluster, name: uid })),
  };
}

describe('WorkloadIndex, after any changes in any order', () => {
  it.each([1, 2, 3, 4, 5])(
    'answers as a plain view on all facts does, and ends empty (seed %d)',
    seed => {
      const index = new WorkloadIndex();
      index.setLabelKeys(seed % 2 ? [OTHER_KEY] : []);
      const plain = new PlainFacts();
      const step = aWalk(seed);
      const met = { matching: 0, controlled: 0 };

      for (let count = 0; count < 400; count++) {
        step([index, plain]);
        if (count % 4 > 0) {
          continue;
        }
        const answers = answersOf(
          viewOnFacts({ facts: plain.facts, clusters: [] }),
        );
        expect(answersOf(index)).toEqual(answers);
        expect(index.size().objects).toBe(plain.facts.length);
        met.matching += answers.matching.flat().length;
        met.controlled += answers.controlled.flat().length;
      }
      // A walk through an empty land would prove nothing.
      expect(met.matching).toBeGreaterThan(1_000);
      expect(met.controlled).toBeGreaterThan(200);

      for (const { cluster, kind, uid } of plain.facts) {
        index.remove({ cluster, kind }, uid);
      }
      expect(index.size()).toEqual({ objects: 0, lookUps: 0 });
    },
  );

  it('keeps nothing where every list comes back empty', () => {
    const index = new WorkloadIndex();
    const step = aWalk(7);
    for (let count = 0; count < 300; count++) {
      step([index]);
    }
    expect(index.size().lookUps).toBeGreaterThan(0);
    for (const cluster of clusters) {
      kinds.forEach(kind => index.replaceAll({ cluster, kind }, []));
    }
    expect(index.size()).toEqual({ objects: 0, lookUps: 0 });
  });
});

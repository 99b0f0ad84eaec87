import { WatchedKind } from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { someFacts } from '../tests/someFacts';
import { startPrometheus, valuesOf } from '../__testUtils__/startPrometheus';
import { createInstruments } from './createInstruments';
import { KindCounts } from './KindCounts';
import { MOST_NAMED_CLUSTERS } from './metricDefinitions';
import { MetricSources } from './MetricSources';
import { observeSources } from './observeSources';

const now = new Date('2026-01-01T12:00:00Z');
const secondsAgo = (seconds: number) =>
  new Date(now.getTime() - seconds * 1000).toISOString();
const problem = { reason: 'unreachable', message: 'No answer' } as const;
const CORE: readonly WatchedKind[] = ['Deployment', 'ReplicaSet', 'Pod'];

describe('observeSources', () => {
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  let index: WorkloadIndex;
  let kinds: KindCounts;
  let fleet: ReturnType<MetricSources['fleet']>;
  let catalogReadAt: Date | undefined;
  let stop: () => void;

  beforeEach(async () => {
    prometheus = await startPrometheus();
    index = new WorkloadIndex();
    kinds = new KindCounts();
    index.subscribe(kinds.note);
    fleet = undefined;
    catalogReadAt = undefined;
    const sources: MetricSources = {
      fleet: () => fleet,
      clusters: () => index.clusters(),
      objectsByKind: () => kinds,
      catalogReadAt: () => catalogReadAt,
    };
    stop = observeSources({
      instruments: createInstruments(prometheus.provider.getMeter('test')),
      sources,
      now: () => now,
    });
  });
  afterEach(() => prometheus.stop());

  const scraped = async (name: string) =>
    valuesOf(await prometheus.scrape(), `label_contract_${name}`);

  function setState(
    cluster: string,
    state: Parameters<WorkloadIndex['setWatchState']>[1],
  ): void {
    CORE.forEach(kind => index.setWatchState({ cluster, kind }, state));
  }

  it('has no value for what nobody knows yet', async () => {
    const names = (await prometheus.scrape()).map(({ name }) => name);
    expect([...new Set(names)].sort()).toEqual([
      'label_contract_clusters',
      'target_info',
    ]);
  });

  it('counts entities by verdict, those with none of a verdict as 0', async () => {
    fleet = {
      contract: {
        met: 7,
        violated: 2,
        unknown: 0,
        'not-applicable': 3,
        ignored: 1,
      },
      health: {
        healthy: 6,
        progressing: 1,
        failing: 2,
        'nothing-running': 0,
        unknown: 0,
        'not-applicable': 4,
      },
      findings: [],
      takenAt: new Date(secondsAgo(3)),
    };
    expect(await scraped('contract_entities')).toEqual({
      'label_contract_verdict=met': 7,
      'label_contract_verdict=violated': 2,
      'label_contract_verdict=unknown': 0,
      'label_contract_verdict=not-applicable': 3,
      'label_contract_verdict=ignored': 1,
    });
    expect(await scraped('health_entities')).toMatchObject({
      'label_contract_verdict=failing': 2,
      'label_contract_verdict=nothing-running': 0,
    });
    expect(await scraped('fleet_age')).toEqual({ '': 3 });
  });

  it('counts findings by rule, severity and desk, and those that are gone as 0', async () => {
    const counts = {
      contract: {
        met: 0,
        violated: 5,
        unknown: 0,
        'not-applicable': 0,
        ignored: 0,
      },
      health: {
        healthy: 5,
        progressing: 0,
        failing: 0,
        'nothing-running': 0,
        unknown: 0,
        'not-applicable': 0,
      },
      takenAt: now,
    };
    fleet = {
      ...counts,
      findings: [
        { rule: 'label-present', severity: 'error', owner: 'team', count: 5 },
        { rule: 'label-present', severity: 'error', owner: 'ops', count: 1 },
      ],
    };
    const key = (desk: string) =>
      `label_contract_rule=label-present,label_contract_severity=error,label_contract_desk=${desk}`;
    expect(await scraped('findings')).toEqual({
      [key('team')]: 5,
      [key('ops')]: 1,
    });

    fleet = { ...counts, findings: [] };
    expect(await scraped('findings')).toEqual({
      [key('team')]: 0,
      [key('ops')]: 0,
    });
  });

  it('tells the state and age of each cluster, and how many are in each state', async () => {
    setState('prod-1', { kind: 'live', asOf: secondsAgo(5) });
    index.setWatchState(
      { cluster: 'prod-1', kind: 'Pod' },
      { kind: 'live', asOf: secondsAgo(70) },
    );
    setState('prod-2', {
      kind: 'stale',
      asOf: secondsAgo(600),
      since: secondsAgo(540),
      problem,
    });
    setState('prod-3', { kind: 'dark', since: secondsAgo(120), problem });
    setState('prod-4', { kind: 'syncing' });

    expect(await scraped('clusters')).toEqual({
      'label_contract_state=syncing': 1,
      'label_contract_state=live': 1,
      'label_contract_state=stale': 1,
      'label_contract_state=dark': 1,
    });
    expect(await scraped('cluster_age')).toEqual({
      'k8s_cluster_name=prod-1': 70,
      'k8s_cluster_name=prod-2': 600,
      'k8s_cluster_name=prod-3': 120,
    });
    const status = await scraped('cluster_status');
    expect(Object.keys(status)).toHaveLength(16);
    expect(
      Object.entries(status).flatMap(([labels, is]) =>
        is === 1 ? labels : [],
      ),
    ).toEqual([
      'k8s_cluster_name=prod-1,label_contract_state=live',
      'k8s_cluster_name=prod-2,label_contract_state=stale',
      'k8s_cluster_name=prod-3,label_contract_state=dark',
      'k8s_cluster_name=prod-4,label_contract_state=syncing',
    ]);
  });

  it('makes nothing younger than now of a clock that was set back', async () => {
    setState('prod-1', { kind: 'live', asOf: secondsAgo(-30) });
    expect(await scraped('cluster_age')).toEqual({
      'k8s_cluster_name=prod-1': 0,
    });
  });

  it('names a bounded number of clusters, and counts all', async () => {
    const clusters = MOST_NAMED_CLUSTERS + 3;
    for (let each = 0; each < clusters; each += 1) {
      setState(`cluster-${each}`, { kind: 'live', asOf: secondsAgo(1) });
    }
    await prometheus.scrape();
    index.removeCluster('cluster-0');
    setState('cluster-0-again', { kind: 'live', asOf: secondsAgo(1) });
    expect(await scraped('clusters')).toMatchObject({
      'label_contract_state=live': clusters,
    });
    expect(Object.keys(await scraped('cluster_age'))).toHaveLength(
      MOST_NAMED_CLUSTERS,
    );
  });

  it('counts objects by kind, as they come and go', async () => {
    const place = { cluster: 'prod-1', namespace: 'team', labels: {} };
    const object = (uid: string) => ({ ...place, uid, name: uid });
    const deployments = { cluster: 'prod-1', kind: 'Deployment' } as const;
    index.put(someFacts('Service', object('s1')));
    index.put(someFacts('Deployment', object('d1')));
    index.put(someFacts('Deployment', object('d2')));
    index.put(someFacts('Deployment', { ...object('d2'), name: 'renamed' }));
    expect(await scraped('index_objects')).toEqual({
      'label_contract_kind=Service': 1,
      'label_contract_kind=Deployment': 2,
    });

    index.replaceAll(deployments, []);
    expect(await scraped('index_objects')).toEqual({
      'label_contract_kind=Service': 1,
      'label_contract_kind=Deployment': 0,
    });
  });

  it('tells how old the claims of the catalog are', async () => {
    catalogReadAt = new Date(secondsAgo(42));
    expect(await scraped('catalog_age')).toEqual({ '': 42 });
  });

  it('says that a cluster which is no longer configured is in no state', async () => {
    setState('prod-1', { kind: 'dark', since: secondsAgo(120), problem });
    expect(await scraped('cluster_age')).toEqual({
      'k8s_cluster_name=prod-1': 120,
    });

    index.removeCluster('prod-1');
    expect(await scraped('cluster_age')).toEqual({
      'k8s_cluster_name=prod-1': NaN,
    });
    expect(Object.values(await scraped('cluster_status'))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await scraped('clusters')).toMatchObject({
      'label_contract_state=dark': 0,
    });
  });

  it('looks at nothing more once it is stopped', async () => {
    catalogReadAt = new Date(secondsAgo(42));
    await prometheus.scrape();
    stop();
    catalogReadAt = new Date(secondsAgo(1));
    expect(await scraped('catalog_age')).toEqual({ '': 42 });
  });
});

import {
  DeploymentFacts,
  HistoryTransition,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
} from '@portal-operations/plugin-label-contract-common';
import { Entity } from '@backstage/catalog-model';
import { randomUUID } from 'node:crypto';
import {
  DATABASE_KINDS,
  startDatabases,
  TestDatabases,
} from '../__testUtils__/historyDatabases';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { ManualClock } from './ManualClock';
import { ChangeJournal, REMEMBERED_KINDS } from '../history/ChangeJournal';
import { DatabaseHistoryReader } from '../history/DatabaseHistoryReader';
import { HistoryDatabase, migrateHistory } from '../history/HistoryDatabase';
import { HistoryMirror } from '../history/HistoryMirror';
import { HistoryRecorder } from '../history/HistoryRecorder';
import { HistoryStore } from '../history/HistoryStore';
import { SeenClaims } from '../history/SeenClaims';
import { seenClaimsOf } from '../history/seenClaimsOf';
import { trackedKeysOf } from '../history/trackedKeysOf';

const LIMIT_MS = 60_000;

jest.setTimeout(LIMIT_MS);
const DAY_MS = 24 * 3_600_000;
const CLUSTER = 'prod-1';

function aComponent(
  name: string,
  annotations: Record<string, string> = { [KUBERNETES_ID]: 'pay' },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  };
}

const PAY = aComponent('pay');

function aDeployment(
  uid: string,
  facts: Partial<DeploymentFacts> = {},
): DeploymentFacts {
  return {
    kind: 'Deployment',
    cluster: CLUSTER,
    uid,
    namespace: 'payments-team',
    name: `gateway-${uid}`,
    labels: { [KUBERNETES_ID]: 'pay', 'not-looked-at': 'x' },
    templateLabels: { [KUBERNETES_ID]: 'pay' },
    desiredReplicas: 1,
    updatedReplicas: 1,
    readyReplicas: 1,
    replicas: 1,
    isObserved: true,
    isOptedOut: false,
    ...facts,
  };
}

/** One replica of the portal, whose watches and time are in the hands of the test. */
function aReplica(database: HistoryDatabase, clock: ManualClock) {
  const index = new WorkloadIndex();
  const store = new HistoryStore({ database, recorder: randomUUID() });
  const now = () => clock.now();
  let claims: SeenClaims | undefined;
  let keys: readonly string[] = [KUBERNETES_ID];
  const journal = new ChangeJournal({ index, keys: () => keys, now });
  journal.start();
  const view = new HistoryMirror({
    store,
    onStored: transition => {
      if (!store.isOwn(transition)) {
        journal.noteStored({ ...transition, ...transition.workload });
      }
    },
  });
  const refresh = async () => {
    await view.refresh();
  };
  const recorder = new HistoryRecorder({
    store,
    journal,
    index,
    claims: () => claims,
    keys: () => keys,
    refresh,
    now,
    elapsedMs: () => clock.elapsedMs(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
  });
  const reader = new DatabaseHistoryReader({
    open: () => ({ store, view }),
    clustersOf: () => undefined,
    retentionMs: 90 * DAY_MS,
    now,
    failed: error => {
      throw error;
    },
  });
  const live = () =>
    REMEMBERED_KINDS.forEach(kind =>
      index.setWatchState(
        { cluster: CLUSTER, kind },
        { kind: 'live', asOf: now().toISOString() },
      ),
    );
  return {
    index,
    journal,
    store,
    view,
    refresh,
    live,
    /** A full list comes in, and the watch is open. */
    list(...facts: DeploymentFacts[]) {
      index.replaceAll({ cluster: CLUSTER, kind: 'Deployment' }, facts);
      live();
    },
    /** The watch brings an object. */
    async see(facts: DeploymentFacts) {
      index.put(facts);
      live();
      await Promise.resolve();
    },
    async seeDeleted(uid: string) {
      index.remove({ cluster: CLUSTER, kind: 'Deployment' }, uid);
      live();
      await Promise.resolve();
    },
    readCatalog(...entities: Entity[]) {
      claims = seenClaimsOf(entities, {
        readAt: now(),
        clustersOf: () => undefined,
      });
      keys = trackedKeysOf(claims.claims);
    },
    /** Takes the lease, writes what is to be written, and gives it back. */
    async write() {
      await recorder.record(AbortSignal.abort());
      await refresh();
    },
    record: (signal: AbortSignal) => recorder.record(signal),
    async history(entity: Entity = PAY, since?: Date) {
      const history = await reader.historyOf(entity, { since });
      expect(history.unavailable).toBeUndefined();
      return history.transitions;
    },
  };
}

/** A transition in one line. */
function inWords(transition: HistoryTransition): string {
  const { between } = transition;
  const time =
    between.from === between.to
      ? between.to.slice(11, 19)
      : `${between.from.slice(11, 19)}-${between.to.slice(11, 19)}`;
  if (transition.kind === 'claim') {
    return `${time} claim ${transition.was} -> ${transition.is}`;
  }
  const { because, workload, kind } = transition;
  return because.id === 'label'
    ? `${time} ${workload.uid} ${kind} ${because.level} ${because.was} -> ${
        because.is
      }${because.manager ? ` by ${because.manager}` : ''}`
    : `${time} ${workload.uid} ${kind} ${because.id}`;
}

describe.each(DATABASE_KINDS)('history in %s', kind => {
  let databases: TestDatabases;
  let count = 0;

  beforeAll(async () => {
    databases = await startDatabases(kind);
  }, LIMIT_MS);

  afterAll(() => databases?.stop(), LIMIT_MS);

  async function setUp() {
    count += 1;
    const database = await databases.connect(`history_${count}`);
    await migrateHistory(database);
    const clock = new ManualClock();
    return {
      database,
      clock,
      replica: () => aReplica(database, clock),
      words: async (replica: ReturnType<typeof aReplica>, entity?: Entity) =>
        (await replica.history(entity)).map(inWords),
    };
  }

  it('says nothing of what was there when it looked for the first time', async () => {
    const { replica, words } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'));
    portal.readCatalog(PAY);
    await portal.write();

    expect(await words(portal)).toEqual([]);
    expect(portal.view.lastMatched('component:default/pay')).toBeUndefined();
  });

  it('tells what a watch saw happen by the moment, and who wrote it', async () => {
    const { replica, clock, words } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'));
    portal.readCatalog(PAY);
    await portal.write();

    clock.advance(60_000);
    await portal.see(
      aDeployment('a', {
        templateLabels: { [KUBERNETES_ID]: 'gateway' },
        templateMarks: { labelManagers: { [KUBERNETES_ID]: 'kubectl-patch' } },
      }),
    );
    clock.advance(60_000);
    await portal.see(
      aDeployment('a', { templateLabels: {}, labels: { other: 'x' } }),
    );
    clock.advance(60_000);
    await portal.see(aDeployment('a'));
    await portal.see(aDeployment('b'));
    clock.advance(60_000);
    await portal.seeDeleted('b');
    await portal.write();

    expect(await words(portal)).toEqual([
      '12:04:00 b left deleted',
      '12:03:00 b entered created',
      '12:03:00 a entered object undefined -> pay',
      '12:03:00 a entered pod-template undefined -> pay',
      '12:02:00 a left object pay -> undefined',
      '12:01:00 a left pod-template pay -> gateway by kubectl-patch',
    ]);
    expect(
      portal.view.labelChangesOf({ cluster: CLUSTER, uid: 'a' }),
    ).toMatchObject([
      { level: 'pod-template', is: 'pay' },
      { level: 'object', is: 'pay' },
      { level: 'pod-template', was: 'gateway', manager: undefined },
      { level: 'object', was: 'pay', manager: undefined },
      { level: 'pod-template', was: 'pay', manager: 'kubectl-patch' },
    ]);
  });

  it('knows a template from the object where both have the very same labels', async () => {
    const { replica, clock, words } = await setUp();
    const portal = replica();
    // Equal sets of labels are kept once, to save memory.
    const labels = { [KUBERNETES_ID]: 'pay' };
    portal.list(aDeployment('a', { labels, templateLabels: labels }));
    portal.readCatalog(PAY);
    await portal.write();

    clock.advance(60_000);
    await portal.see(aDeployment('a', { labels: {}, templateLabels: {} }));
    await portal.write();
    expect(await words(portal)).toEqual([
      '12:01:00 a left object pay -> undefined',
      '12:01:00 a left pod-template pay -> undefined',
    ]);
  });

  it('finds what happened while no portal ran, between two moments', async () => {
    const { replica, clock, words } = await setUp();
    const before = replica();
    before.list(aDeployment('a'), aDeployment('b'));
    before.readCatalog(PAY);
    await before.write();

    clock.advance(120_000);
    const after = replica();
    after.list(aDeployment('a', { labels: {} }), aDeployment('c'));
    clock.advance(5_000);
    await after.write();

    expect((await words(after)).sort()).toEqual([
      '12:00:00-12:02:05 a left object pay -> undefined',
      '12:00:00-12:02:05 b left deleted',
      '12:00:00-12:02:05 c entered created',
    ]);
    // Compared again, nothing is found twice.
    after.journal.doubtEverything();
    await after.write();
    expect(await after.history()).toHaveLength(3);
  });

  it('takes a silent, stale or removed cluster for no deletion', async () => {
    const { replica, clock, words } = await setUp();
    const before = replica();
    before.list(aDeployment('a'));
    before.readCatalog(PAY);
    await before.write();

    clock.advance(60_000);
    const dark = replica();
    dark.index.setWatchState(
      { cluster: CLUSTER, kind: 'Deployment' },
      {
        kind: 'dark',
        since: clock.now().toISOString(),
        problem: { reason: 'unreachable', message: 'No answer.' },
      },
    );
    dark.readCatalog(PAY);
    await dark.write();
    expect(await words(dark)).toEqual([]);
    expect(dark.view.lastMatched('component:default/pay')).toBeUndefined();

    before.index.removeCluster(CLUSTER);
    await Promise.resolve();
    await before.write();
    expect(await words(before)).toEqual([]);

    // It comes back, and only now it is known what is gone.
    clock.advance(60_000);
    dark.list();
    await dark.write();
    expect(await words(dark)).toEqual(['12:00:00-12:02:00 a left deleted']);
  });

  it('dates what a watch brings after a silence by both its ends', async () => {
    const { replica, clock, words } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'));
    portal.readCatalog(PAY);
    portal.journal.noteMoments();
    await portal.write();

    clock.advance(300_000);
    portal.live();
    await portal.see(aDeployment('a', { labels: {} }));
    clock.advance(30_000);
    portal.journal.noteMoments();
    await portal.see(aDeployment('a'));
    await portal.write();

    expect(await words(portal)).toEqual([
      '12:05:30 a entered object undefined -> pay',
      '12:00:00-12:05:00 a left object pay -> undefined',
    ]);
  });

  it('loses and doubles nothing when another replica takes over in the middle', async () => {
    const { replica, clock, words } = await setUp();
    const first = replica();
    const second = replica();
    const both = [first, second];
    both.forEach(each => each.list(aDeployment('a')));
    both.forEach(each => each.readCatalog(PAY));
    await first.write();
    await second.refresh();

    const seenByBoth = async (value: string | undefined) => {
      clock.advance(10_000);
      const labels: Record<string, string> =
        value === undefined ? {} : { [KUBERNETES_ID]: value };
      await first.see(aDeployment('a', { labels }));
      await second.see(aDeployment('a', { labels }));
    };
    await seenByBoth(undefined);
    await seenByBoth('pay');
    await first.write();
    // The first one dies with these in memory.
    await seenByBoth(undefined);
    await seenByBoth('pay');
    await seenByBoth('gateway');
    await second.write();
    // And comes back to life.
    await first.write();
    await second.write();

    expect(await words(second)).toEqual([
      '12:00:50 a left object pay -> gateway',
      '12:00:40 a entered object undefined -> pay',
      '12:00:30 a left object pay -> undefined',
      '12:00:20 a entered object undefined -> pay',
      '12:00:10 a left object pay -> undefined',
    ]);
    expect(await first.history()).toHaveLength(5);
  });

  it('refuses a writer whose term is over', async () => {
    const { replica } = await setUp();
    const first = replica();
    first.list(aDeployment('a'));
    const { term } = await first.store.beginTerm();
    await replica().write();

    await expect(
      first.store.noteWatches(term, [
        {
          cluster: CLUSTER,
          kind: 'Deployment',
          observedAt: '2030-01-01T00:00:00Z',
        },
      ]),
    ).rejects.toThrow('Another replica writes the history');
    expect(await first.store.watches()).toEqual([]);
  });

  it('remembers claims, and judges each change by the claim of its time', async () => {
    const { replica, clock, words } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'));
    portal.readCatalog(PAY);
    await portal.write();
    clock.advance(60_000);
    await portal.see(aDeployment('a', { templateLabels: {} }));
    await portal.write();

    clock.advance(60_000);
    const renamed = aComponent('pay', { [KUBERNETES_ID]: 'payments' });
    portal.readCatalog(renamed, aComponent('new'));
    await portal.write();
    clock.advance(60_000);
    await portal.see(
      aDeployment('a', { templateLabels: { [KUBERNETES_ID]: 'payments' } }),
    );
    await portal.write();

    expect(await words(portal, renamed)).toEqual([
      '12:03:00 a entered pod-template undefined -> payments',
      `12:00:00-12:02:00 claim ${KUBERNETES_ID}=pay -> ${KUBERNETES_ID}=payments`,
      '12:01:00 a left pod-template pay -> undefined',
    ]);
    expect(portal.view.claimsBefore('component:default/pay')).toEqual([
      {
        query: `${KUBERNETES_ID}=pay`,
        id: 'pay',
        until: '2026-01-01T12:00:00.000Z',
      },
    ]);
    // A claim that is new has no past.
    expect(portal.view.claimsBefore('component:default/new')).toEqual([]);
  });

  it('looks at the labels that selectors name, from when they are named', async () => {
    const { replica, clock, words } = await setUp();
    const entity = aComponent('shop', {
      [KUBERNETES_LABEL_SELECTOR]: 'app=shop,tier in (web,api)',
    });
    const portal = replica();
    const labels = { app: 'shop', tier: 'web' };
    portal.list(aDeployment('a', { labels, templateLabels: labels }));
    portal.readCatalog(PAY);
    await portal.write();
    portal.readCatalog(PAY, entity);
    await portal.write();
    expect(await words(portal, entity)).toEqual([]);

    clock.advance(60_000);
    await portal.see(
      aDeployment('a', {
        labels: { ...labels, tier: 'api' },
        templateLabels: { ...labels, tier: 'db' },
      }),
    );
    await portal.write();
    expect(await words(portal, entity)).toEqual([
      '12:01:00 a left pod-template web -> db',
    ]);
  });

  it('remembers when an entity had workloads last, and forgets it once it has some', async () => {
    const { replica, clock } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'), aDeployment('b'));
    portal.readCatalog(PAY);
    await portal.write();
    clock.advance(30_000);
    await portal.seeDeleted('a');
    await portal.write();
    clock.advance(30_000);
    await portal.seeDeleted('b');
    await portal.write();

    const lastMatched = () => portal.view.lastMatched('component:default/pay');
    expect(lastMatched()).toEqual({
      until: '2026-01-01T12:00:30.000Z',
      workloads: 1,
    });
    clock.advance(30_000);
    await portal.see(aDeployment('c'));
    await portal.write();
    expect(lastMatched()).toBeUndefined();
  });

  it('forgets what is older than it is to be kept', async () => {
    const { replica, clock, database } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'), aDeployment('b'));
    portal.readCatalog(PAY);
    await portal.write();
    await portal.seeDeleted('a');
    await portal.write();
    clock.advance(DAY_MS);
    portal.live();
    await portal.seeDeleted('b');
    await portal.write();

    const limit = new Date(clock.now().getTime() - DAY_MS / 2);
    expect(await portal.store.forgetBefore(limit)).toBe(1);
    expect(await portal.history()).toMatchObject([{ workload: { uid: 'b' } }]);
    expect(await database('history_terms')).toHaveLength(1);
    expect(await database('history_observations')).toEqual([]);

    expect(
      await portal.store.forgetBefore(new Date(clock.now().getTime() + DAY_MS)),
    ).toBe(1);
    // Nobody watches that cluster any more.
    expect(await portal.store.watches()).toEqual([]);
  });

  it('goes on where a database failed in the middle', async () => {
    const { replica, clock, words } = await setUp();
    const portal = replica();
    portal.list(aDeployment('a'));
    portal.readCatalog(PAY);
    await portal.write();

    clock.advance(60_000);
    await portal.see(aDeployment('a', { labels: {} }));
    const failing = jest
      .spyOn(portal.store, 'writeSteps')
      .mockRejectedValue(new Error('The connection is lost'));
    await expect(portal.write()).rejects.toThrow('The connection is lost');
    failing.mockRestore();
    await portal.write();

    expect(await words(portal)).toEqual([
      '12:01:00 a left object pay -> undefined',
    ]);
  });

  it('compares everything again where too much waits', async () => {
    const { database, clock, words } = await setUp();
    const portal = aReplica(database, clock);
    portal.list(aDeployment('a'), aDeployment('b'));
    portal.readCatalog(PAY);
    await portal.write();

    const crowded = new ChangeJournal({
      index: portal.index,
      keys: () => [KUBERNETES_ID],
      now: () => clock.now(),
      limit: 1,
    });
    const stop = crowded.start();
    await portal.see(aDeployment('a', { labels: {} }));
    await portal.see(aDeployment('b', { labels: {} }));
    stop();
    expect(crowded.size).toBe(0);
    expect(crowded.unsure()).toEqual([
      { cluster: CLUSTER, kind: 'Deployment' },
    ]);
    await portal.write();
    expect(await words(portal)).toHaveLength(2);
  });
});

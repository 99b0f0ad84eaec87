import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogView,
  createCatalogView,
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KUBERNETES_ID,
  LABEL_CONTRACT,
  WATCHED_KINDS,
} from '@portal-operations/plugin-label-contract-common';
import { setImmediate } from 'node:timers/promises';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { ManualClock } from '../tests/ManualClock';
import { someFacts } from '../tests/someFacts';
import { FleetObserver, KnownEntities } from './FleetObserver';
import { IndexTally } from './IndexTally';

const SHORTEST_REST_MS = 500;
const SLICE_MS = 5;
const OLDEST_MS = 60_000;

function aComponent(
  name: string,
  annotations: Record<string, string> = { [KUBERNETES_ID]: name },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/shop-team' }],
  };
}

function putWorkload(
  index: WorkloadIndex,
  name: string,
  value: string,
  namespace = 'shop',
): void {
  const labels = { [KUBERNETES_ID]: value };
  index.put(
    someFacts(
      'Deployment',
      { cluster: 'prod', uid: `uid-${name}`, namespace, name, labels },
      labels,
    ),
  );
}

/** The catalog, as far as it was read. */
class Claims implements KnownEntities {
  entities: readonly Entity[] | undefined;
  view: CatalogView | undefined;

  read(entities: readonly Entity[]): void {
    this.entities = entities;
    this.view = createCatalogView(entities);
  }
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

function start(options: { stepMs?: number } = {}) {
  const index = new WorkloadIndex();
  for (const kind of WATCHED_KINDS) {
    const asOf = '2026-01-01T10:00:00Z';
    index.setWatchState({ cluster: 'prod', kind }, { kind: 'live', asOf });
  }
  const claims = new Claims();
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  let turns = 0;
  const observer = new FleetObserver({
    claims,
    facts: index,
    tally: new IndexTally(index),
    isIgnoredNamespace: namespace => namespace.startsWith('kube-'),
    settings: DEFAULT_KUBERNETES_TAB_SETTINGS,
    clock: {
      now: () => clock.now(),
      elapsedMs() {
        clock.advance(options.stepMs ?? 0);
        return clock.elapsedMs();
      },
      sleep: clock.sleep.bind(clock),
      async giveTurn() {
        turns += 1;
      },
    },
    logger,
  });
  const stopping = new AbortController();
  const running = observer.run(stopping.signal);
  stops.push(async () => {
    stopping.abort();
    await running;
  });
  /** Resolves when it waits, and says for how long. */
  const rests = async () => {
    while (clock.sleeping().length !== 1) {
      await setImmediate();
    }
    return clock.sleeping()[0];
  };
  /** Lets so much time pass while nothing else happens. */
  const pass = async (milliseconds: number) => {
    const end = clock.elapsedMs() + milliseconds;
    while (clock.elapsedMs() < end) {
      clock.advance(await rests());
    }
    await rests();
  };
  return {
    index,
    claims,
    clock,
    logger,
    observer,
    rests,
    pass,
    turns: () => turns,
  };
}

const namesOf = (refs: readonly { readonly entityRef: string }[] = []) =>
  refs.map(({ entityRef }) => entityRef.split('/')[1]).sort();

describe('FleetObserver', () => {
  it('knows entities that make a claim, and those that ought to', async () => {
    const { index, claims, observer, pass } = start();
    putWorkload(index, 'web', 'web');
    putWorkload(index, 'lost', 'lost');
    claims.read([
      aComponent('web'),
      aComponent('lost', {}),
      aComponent('library', {}),
      aComponent('crm', { [KUBERNETES_ID]: 'crm', [LABEL_CONTRACT]: 'ignore' }),
      aComponent('docs', { [LABEL_CONTRACT]: 'ignore' }),
    ]);
    await pass(1_000);

    expect(namesOf(observer.latest?.summaries)).toEqual(['crm', 'lost', 'web']);
    expect(observer.latest).toMatchObject({
      contract: { met: 1, violated: 1, ignored: 1, unknown: 0 },
      health: { healthy: 1 },
      findings: [
        {
          rule: 'claim-present',
          severity: 'error',
          owner: 'catalog',
          count: 1,
        },
      ],
    });
  });

  it('knows what nobody claims, with whom it may belong to', async () => {
    const { index, claims, observer, pass } = start();
    putWorkload(index, 'web', 'web-shop');
    putWorkload(index, 'night', 'web_shop');
    putWorkload(index, 'lost', 'lost');
    putWorkload(index, 'trial', 'web-shops', 'sandbox');
    putWorkload(index, 'runner', 'ci-runner', 'ci');
    putWorkload(index, 'dns', 'dns', 'kube-system');
    claims.read([aComponent('web-shop'), aComponent('lost', {})]);
    await pass(1_000);

    expect(
      observer.latest?.unclaimed.map(({ ref, value, likeliest }) => [
        ref.name,
        value,
        likeliest.map(({ entityRef, evidence }) => [
          entityRef.split('/')[1],
          evidence,
        ]),
      ]),
    ).toEqual([
      ['lost', 'lost', [['lost', 'exact']]],
      ['night', 'web_shop', [['web-shop', 'exact']]],
      ['trial', 'web-shops', [['web-shop', 'weak']]],
      ['runner', 'ci-runner', []],
    ]);
  });

  it('looks again when the index or the catalog changed, and else once a minute', async () => {
    const { index, claims, observer, pass } = start();
    claims.read([aComponent('web')]);
    await pass(1_000);
    const first = observer.latest;
    await pass(10_000);
    expect(observer.latest).toBe(first);

    putWorkload(index, 'web', 'web');
    await pass(2_000);
    expect(observer.latest?.summaries).toMatchObject([
      { contract: { verdict: 'met' } },
    ]);

    claims.read([aComponent('web'), aComponent('api')]);
    await pass(2_000);
    const third = observer.latest;
    expect(namesOf(third?.summaries)).toEqual(['api', 'web']);

    await pass(OLDEST_MS + 1_000);
    expect(observer.latest).not.toBe(third);
  });

  const threeHundred = () =>
    Array.from({ length: 300 }, (_, index) => aComponent(`svc-${index}`));

  /** The rests of the look that comes next. */
  async function restsOfNextLook({
    claims,
    clock,
    observer,
    rests,
  }: ReturnType<typeof start>): Promise<number[]> {
    const before = observer.latest;
    claims.read(threeHundred());
    clock.advance(await rests());
    const taken: number[] = [];
    while (observer.latest === before) {
      await setImmediate();
      const [rest] = clock.sleeping();
      if (rest !== undefined && observer.latest === before) {
        taken.push(rest);
        clock.advance(rest);
      }
    }
    return taken;
  }

  it('gives turns but takes no rest while it looks for the first time', async () => {
    const portal = start({ stepMs: 1 });
    expect(await portal.rests()).toBe(SHORTEST_REST_MS);
    expect(await restsOfNextLook(portal)).toEqual([]);
    expect(portal.turns()).toBeGreaterThan(300 / 6);
  });

  it('rests nine times as long as each slice took from then on', async () => {
    const portal = start({ stepMs: 1 });
    await restsOfNextLook(portal);
    const rests = await restsOfNextLook(portal);

    expect(rests.length).toBeGreaterThan(300 / 6);
    for (const rest of rests) {
      expect(rest).toBeGreaterThanOrEqual(9 * SLICE_MS);
      expect(rest).toBeLessThanOrEqual(9 * (SLICE_MS + 3));
    }
  });

  it('rests less where a look would last longer than a minute', async () => {
    const portal = start({ stepMs: 50 });
    await restsOfNextLook(portal);
    const rests = await restsOfNextLook(portal);

    expect(rests.length).toBeGreaterThan(0);
    // No slice is shorter than a tick of this clock.
    expect(Math.max(...rests)).toBeLessThan(9 * 50);
  });

  it('has a request wait for the first time only', async () => {
    const { claims, clock, observer, rests } = start();
    await rests();
    const waiting = observer.snapshot();
    claims.read([aComponent('web')]);
    clock.advance(500);
    expect(namesOf((await waiting).summaries)).toEqual(['web']);
    await expect(observer.snapshot()).resolves.toBe(observer.latest);
  });

  it('says so where the catalog was not read in time', async () => {
    const { clock, observer, rests } = start();
    await rests();
    const waiting = observer.snapshot();
    clock.advance(15_000);
    await expect(waiting).rejects.toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/the catalog was not read/),
      }),
    );
  });

  it('shows all others where one entity cannot be judged, and tells of it once', async () => {
    const { claims, logger, observer, pass } = start();
    const bad = aComponent('bad');
    Object.defineProperty(bad.metadata, 'title', {
      get: () => {
        throw new Error('Cannot be read any more');
      },
    });
    claims.read([bad, aComponent('web')]);
    await pass(1_000);
    expect(namesOf(observer.latest?.summaries)).toEqual(['web']);

    await pass(3 * OLDEST_MS);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('component:default/bad'),
      expect.any(Error),
    );
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { until } from '@internal/control-plane';
import {
  ClustersOfClaim,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { ManualClock } from '../tests/ManualClock';
import { CatalogClaims } from './CatalogClaims';

const REFRESH_MS = 60_000;
const TIME_LIMIT_MS = 30_000;

function aComponent(name: string, id?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: id ? { [KUBERNETES_ID]: id } : {} },
  };
}

type Catalog = ReturnType<typeof catalogServiceMock>;
type Query = Catalog['queryEntities'];

/** A catalog whose answers a test replaces one by one; without a replacement it answers by itself. */
function aCatalog(entities: Entity[], answers: (Query | undefined)[] = []) {
  const catalog = catalogServiceMock({ entities });
  const answer = catalog.queryEntities.bind(catalog);
  let calls = 0;
  const asked = jest
    .spyOn(catalog, 'queryEntities')
    .mockImplementation((...args) => {
      calls += 1;
      return (answers[calls - 1] ?? answer)(...args);
    });
  return { catalog, asked };
}

const fails: Query = () => Promise.reject(new Error('The catalog is down'));
const hangs: Query = () => new Promise(() => {});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

function start(
  catalog: Catalog,
  options: {
    clusters?: () => readonly string[];
    clustersOf?: (known: readonly string[]) => ClustersOfClaim;
  } = {},
) {
  const logger = mockServices.logger.mock();
  const clock = new ManualClock();
  const claims = new CatalogClaims({
    catalog,
    auth: mockServices.auth(),
    logger,
    clusters: () => [],
    ...options,
    sleep: clock.sleep.bind(clock),
    random: () => 0,
    now: () => clock.now(),
  });
  const stopping = new AbortController();
  const running = claims.run(stopping.signal);
  stops.push(async () => {
    stopping.abort();
    await running;
  });
  /** Resolves when it rests for so long, and nothing else is waited for. */
  const rests = (milliseconds: number) =>
    until(
      () => clock.sleeping(),
      ([next, ...others]) => next === milliseconds && others.length === 0,
    );
  return { claims, logger, clock, rests };
}

describe('CatalogClaims', () => {
  it('knows nothing before the first answer', () => {
    const { claims } = start(aCatalog([], [hangs]).catalog);

    expect(claims.view).toBeUndefined();
    expect(claims.entities).toBeUndefined();
    expect(claims.readAt).toBeUndefined();
  });

  it('asks a catalog that has nothing yet again soon', async () => {
    const { claims, clock, rests } = start(aCatalog([]).catalog);
    await rests(5_000);
    const readAt = claims.readAt;
    clock.advance(5_000);
    await rests(5_000);
    expect(claims.readAt).not.toEqual(readAt);
  });

  it('reads the claims and the names of all components, page by page', async () => {
    const entities = Array.from({ length: 1201 }, (_, index) =>
      aComponent(`svc-${index}`, index % 2 ? `id-${index}` : undefined),
    );
    const { catalog, asked } = aCatalog(entities);
    const { claims, rests } = start(catalog);
    await rests(REFRESH_MS);

    expect(asked).toHaveBeenCalledTimes(3);
    expect(claims.entities).toHaveLength(1201);
    expect(claims.view?.hasComponent('svc-1200')).toBe(true);
    expect(claims.view?.hasId('id-601')).toBe(true);
    expect(
      claims.view?.claimantsOf(
        { [KUBERNETES_ID]: 'id-1199' },
        { cluster: 'anywhere', namespace: 'anywhere' },
      ),
    ).toMatchObject([{ entityRef: 'component:default/svc-1199' }]);
  });

  it('reads again every minute, and keeps what rules and the fleet look at', async () => {
    const pay: Entity = {
      ...aComponent('pay', 'pay'),
      metadata: {
        ...aComponent('pay', 'pay').metadata,
        title: 'Payments',
        labels: { [KUBERNETES_ID]: 'pay' },
        description: 'not needed',
      },
      spec: { lifecycle: 'production', type: 'service' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/money' }],
    };
    const { claims, clock, rests } = start(aCatalog([pay]).catalog);
    await rests(REFRESH_MS);
    const [known] = claims.entities ?? [];
    expect(known.metadata).toMatchObject({
      title: 'Payments',
      labels: { [KUBERNETES_ID]: 'pay' },
    });
    expect(known).toMatchObject({
      spec: { lifecycle: 'production' },
      relations: pay.relations,
    });
    expect(JSON.stringify(known)).not.toContain('not needed');

    const before = claims.readAt;
    clock.advance(REFRESH_MS);
    await until(
      () => claims.readAt?.getTime(),
      readAt => readAt !== before?.getTime(),
    );
  });

  it('follows the clusters that are known', async () => {
    let known = ['prod-east'];
    const { claims, rests } = start(
      aCatalog([aComponent('pay', 'pay')]).catalog,
      {
        clusters: () => known,
        clustersOf: names => () => names,
      },
    );
    await rests(REFRESH_MS);
    const isClaimedOn = (cluster: string) =>
      claims.view?.claimantsOf(
        { [KUBERNETES_ID]: 'pay' },
        { cluster, namespace: 'anywhere' },
      ).length === 1;
    expect(isClaimedOn('prod-east')).toBe(true);
    expect(isClaimedOn('prod-west')).toBe(false);
    const before = claims.view;
    expect(claims.view).toBe(before);

    known = ['prod-east', 'prod-west'];
    expect(isClaimedOn('prod-west')).toBe(true);
  });

  it('keeps the last answer, and says so once, while the catalog fails', async () => {
    const entities = [aComponent('payments', 'pay')];
    const { catalog, asked } = aCatalog(entities, [undefined, fails, fails]);
    const { claims, logger, clock, rests } = start(catalog);
    await rests(REFRESH_MS);

    clock.advance(REFRESH_MS);
    await rests(1_000);
    clock.advance(1_000);
    await rests(2_000);
    expect(claims.view?.hasId('pay')).toBe(true);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    clock.advance(2_000);
    await rests(REFRESH_MS);
    expect(asked).toHaveBeenCalledTimes(4);
  });

  it('asks less and less often while the catalog fails, up to once in two minutes', async () => {
    const { catalog, asked } = aCatalog(
      [],
      Array.from({ length: 9 }, () => fails),
    );
    const { clock, rests } = start(catalog);
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await rests(pause * 1_000);
      clock.advance(pause * 1_000);
    }
    await rests(60_000);
    expect(asked).toHaveBeenCalledTimes(9);
  });

  it('gives up on a catalog that does not answer, and asks again', async () => {
    const { catalog } = aCatalog([aComponent('payments', 'pay')], [hangs]);
    const { claims, logger, clock, rests } = start(catalog);
    await rests(TIME_LIMIT_MS);
    clock.advance(TIME_LIMIT_MS);
    await rests(1_000);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({
        message: 'The catalog did not answer within 30 s',
      }),
    );

    clock.advance(1_000);
    await rests(REFRESH_MS);
    expect(claims.view?.hasId('pay')).toBe(true);
  });

  it('uses no list of which a page is missing', async () => {
    const entities = Array.from({ length: 700 }, (_, index) =>
      aComponent(`svc-${index}`, `id-${index}`),
    );
    const { catalog } = aCatalog(entities, [undefined, fails]);
    const { claims, clock, rests } = start(catalog);
    await rests(1_000);
    expect(claims.entities).toBeUndefined();

    clock.advance(1_000);
    await rests(REFRESH_MS);
    expect(claims.entities).toHaveLength(700);
  });

  it('ends where the catalog gives the same page again and again', async () => {
    const samePage: Query = async () => ({
      items: [aComponent('pay', 'pay')],
      totalItems: 2,
      pageInfo: { nextCursor: 'again' },
    });
    const { catalog, asked } = aCatalog([], [samePage, samePage, samePage]);
    const { claims, rests } = start(catalog);
    await rests(1_000);

    expect(asked).toHaveBeenCalledTimes(2);
    expect(claims.entities).toBeUndefined();
  });

  it('leaves out what is no entity, and says how many', async () => {
    const garbage: readonly unknown[] = [
      undefined,
      {},
      { kind: 'Component' },
      { kind: 7, metadata: { name: 'x' } },
      { kind: 'Component', metadata: { name: 'x' }, relations: 'none' },
      { kind: 'Component', metadata: { name: 'x', annotations: 7 } },
    ];
    const answer: Query = async () =>
      JSON.parse(
        JSON.stringify({
          items: [...garbage, aComponent('pay', 'pay')],
          totalItems: 7,
          pageInfo: {},
        }),
      );
    const { catalog } = aCatalog([], [answer, answer]);
    const { claims, logger, clock, rests } = start(catalog);
    await rests(REFRESH_MS);
    clock.advance(REFRESH_MS);
    await rests(REFRESH_MS);

    expect(claims.view?.hasId('pay')).toBe(true);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^[56] entities/),
    );
  });

  it('stops while the catalog keeps it waiting, without a word', async () => {
    const { logger, rests } = start(aCatalog([], [hangs]).catalog);
    await rests(TIME_LIMIT_MS);
    await stops.pop()?.();

    expect(logger.warn).not.toHaveBeenCalled();
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ClustersOfClaim,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { CatalogClaims } from './CatalogClaims';

function aComponent(name: string, id?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: id ? { [KUBERNETES_ID]: id } : {} },
  };
}

function setUp(
  catalog: ReturnType<typeof catalogServiceMock>,
  clustersOf?: ClustersOfClaim,
) {
  const logger = mockServices.logger.mock();
  const stopping = new AbortController();
  let rounds = 0;
  const claims = new CatalogClaims({
    catalog,
    auth: mockServices.auth(),
    logger,
    clustersOf,
    // Each pause is one round; the last one ends the run.
    async sleep() {
      rounds -= 1;
      if (rounds === 0) {
        stopping.abort();
      }
    },
  });
  const runFor = (count: number) => {
    rounds = count;
    return claims.run(stopping.signal);
  };
  return { claims, logger, runFor };
}

describe('CatalogClaims', () => {
  it('knows nothing before the first answer', () => {
    const { claims } = setUp(catalogServiceMock({ entities: [] }));

    expect(claims.view).toBeUndefined();
  });

  it('reads the claims and the names of all components, page by page', async () => {
    const entities = Array.from({ length: 1201 }, (_, index) =>
      aComponent(`svc-${index}`, index % 2 ? `id-${index}` : undefined),
    );
    const { claims, runFor } = setUp(catalogServiceMock({ entities }));
    await runFor(1);

    expect(claims.view?.hasComponent('svc-1200')).toBe(true);
    expect(claims.view?.ids).toHaveLength(600);
    expect(
      claims.view?.claimantsOf(
        { [KUBERNETES_ID]: 'id-1199' },
        { cluster: 'anywhere', namespace: 'anywhere' },
      ),
    ).toMatchObject([{ entityRef: 'component:default/svc-1199' }]);
  });

  it('knows owners, and which clusters a claim reaches', async () => {
    const pay: Entity = {
      ...aComponent('pay', 'pay'),
      relations: [{ type: 'ownedBy', targetRef: 'group:default/money' }],
    };
    const catalog = catalogServiceMock({ entities: [pay] });
    const { claims, runFor } = setUp(catalog, () => ['prod-east']);
    await runFor(1);
    const claimantsOn = (cluster: string) =>
      claims.view?.claimantsOf(
        { [KUBERNETES_ID]: 'pay' },
        { cluster, namespace: 'anywhere' },
      );

    expect(claimantsOn('prod-east')).toMatchObject([
      { owner: 'group:default/money' },
    ]);
    expect(claimantsOn('prod-west')).toEqual([]);
  });

  it('keeps the last answer, and says so once, while the catalog fails', async () => {
    const catalog = catalogServiceMock({
      entities: [aComponent('payments', 'pay')],
    });
    const { claims, logger, runFor } = setUp(catalog);
    const answer = catalog.queryEntities.bind(catalog);
    let calls = 0;
    jest.spyOn(catalog, 'queryEntities').mockImplementation((...args) => {
      calls += 1;
      return calls === 1
        ? answer(...args)
        : Promise.reject(new Error('The catalog is down'));
    });
    await runFor(4);

    expect(calls).toBe(4);
    expect(claims.view?.ids).toEqual(['pay']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});

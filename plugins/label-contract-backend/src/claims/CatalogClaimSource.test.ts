import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { until } from '@internal/control-plane';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { ManualClock } from '../tests/ManualClock';
import { CatalogClaimSource } from './CatalogClaimSource';

const credentials = mockCredentials.user();

function anEntity(
  kind: string,
  name: string,
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations },
  };
}

const entities = [
  anEntity('Component', 'Pay'),
  anEntity('API', 'pay-api', { [KUBERNETES_ID]: 'pay' }),
  anEntity('API', 'other-api'),
  anEntity('Group', 'money'),
];

function setUp() {
  const catalog = catalogServiceMock({ entities });
  const clock = new ManualClock();
  const source = new CatalogClaimSource({
    catalog,
    sleep: clock.sleep.bind(clock),
  });
  return { catalog, clock, source };
}

describe('CatalogClaimSource', () => {
  it('sees the entities that may claim workloads, by one request in the name of the caller', async () => {
    const { catalog, source } = setUp();
    const asked = jest.spyOn(catalog, 'queryEntities');
    const refs = await source.visibleRefs({ credentials });

    expect([...refs].sort()).toEqual([
      'api:default/pay-api',
      'component:default/pay',
    ]);
    expect(asked.mock.calls).toEqual([
      [
        expect.objectContaining({
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        }),
        { credentials },
      ],
    ]);
  });

  it('says so where the catalog does not answer in time', async () => {
    const { catalog, clock, source } = setUp();
    jest
      .spyOn(catalog, 'queryEntities')
      .mockImplementation(() => new Promise(() => {}));
    const answer = source.visibleRefs({ credentials });
    await until(
      () => clock.sleeping(),
      sleeping => sleeping.includes(10_000),
    );
    clock.advance(10_000);
    await expect(answer).rejects.toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
  });

  it('leaves no timer behind', async () => {
    const { clock, source } = setUp();
    await source.visibleRefs({ credentials });
    expect(clock.sleeping()).toEqual([]);
  });

  it('tells what does not exist as what may not be seen', async () => {
    const { source } = setUp();
    await expect(
      source.entityByRef(
        { kind: 'component', namespace: 'default', name: 'gone' },
        { credentials },
      ),
    ).rejects.toThrow(
      "Entity 'component:default/gone' is not in the catalog, or you may not see it",
    );
  });
});

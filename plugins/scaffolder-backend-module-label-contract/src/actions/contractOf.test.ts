import { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parseWorkloadInput } from '../input/parseWorkloadInput';
import { contractOf } from './contractOf';

const { spec, serviceRef } = parseWorkloadInput({
  component: 'api',
  namespace: 'orders',
  service: 'order-tracker',
  team: 'inventory-team',
});

const contractWith = (annotations?: Record<string, string>) => {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'order-tracker', annotations },
  };
  return contractOf({
    catalog: catalogServiceMock({ entities: annotations ? [entity] : [] }),
    credentials: mockCredentials.user(),
    entityRef: serviceRef,
    spec,
  });
};

describe('contractOf', () => {
  it('takes the claim of the entity', async () => {
    await expect(
      contractWith({ 'backstage.io/kubernetes-id': 'orders-platform' }),
    ).resolves.toMatchObject({ value: 'orders-platform' });
  });

  it('takes the name as typed where the catalog has no such entity, and says so', async () => {
    await expect(contractWith(undefined)).resolves.toEqual({
      value: 'order-tracker',
      told: expect.stringContaining('is not in the catalog yet'),
    });
  });

  it('takes the name where the entity makes no claim, and says that its tab stays hidden', async () => {
    await expect(contractWith({})).resolves.toEqual({
      value: 'order-tracker',
      told: expect.stringContaining('stays hidden'),
    });
  });

  it.each([
    [
      'looks for its workloads in another way',
      { 'backstage.io/kubernetes-label-selector': 'app=orders' },
      "service (backstage.io/kubernetes-label-selector of component:default/order-tracker): found 'app=orders'",
    ],
    [
      'looks in another namespace',
      {
        'backstage.io/kubernetes-id': 'a',
        'backstage.io/kubernetes-namespace': 'elsewhere',
      },
      "namespace: found 'orders'; allowed: 'elsewhere'",
    ],
    [
      'claims what no label can carry',
      { 'backstage.io/kubernetes-id': 'two words' },
      "found 'two words'",
    ],
  ])(
    'refuses before anything is written where the entity %s',
    async (_what, annotations, message) => {
      await expect(contractWith(annotations)).rejects.toThrow(message);
    },
  );
});

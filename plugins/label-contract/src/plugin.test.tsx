import { errorApiRef, storageApiRef } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  MockErrorApi,
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { labelContractApiRef } from './api/LabelContractApi';
import { LabelContractClient } from './api/LabelContractClient';
import { entityLabelContractCard } from './extensions/entityLabelContractCard';
import {
  EntityLabelContractCard,
  labelContractPlugin as legacyPlugin,
} from './legacy';
import plugin from './index';
import { sampleEntity } from './testUtils/sampleEntity';
import { sampleReports } from './testUtils/sampleReports';

const api = {
  getEntityReport: async () => ({ body: sampleReports(new Date()).violated }),
};
const entity = sampleEntity('payments-platform');
const title = 'payments-gateway runs, but its pod is hidden';
const apis = [
  [labelContractApiRef, api],
  [errorApiRef, new MockErrorApi()],
  [storageApiRef, mockApis.storage()],
  [translationApiRef, mockApis.translation()],
] as const;
const routes = {
  mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
};

describe('the plugin of the new frontend system', () => {
  it('has the ids that app-config refers to', () => {
    expect(plugin.id).toBe('label-contract');
    expect(String(plugin.getExtension('entity-card:label-contract'))).toContain(
      'kind=entity-card',
    );
    expect(String(plugin.getExtension('api:label-contract'))).toContain(
      'kind=api',
    );
  });

  it('shows the card on an entity page, which leads to the tab', async () => {
    const card = createExtensionTester(entityLabelContractCard, {
      apis: [[labelContractApiRef, api]],
    }).reactElement();
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={entity}>{card}</EntityProvider>
      </TestApiProvider>,
      routes,
    );
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open label contract' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-platform/label-contract',
    );
  });
});

describe('the plugin of the old frontend system', () => {
  it('shows the card on an entity page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={entity}>
          <EntityLabelContractCard />
        </EntityProvider>
      </TestApiProvider>,
      routes,
    );
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });

  it('brings its client', () => {
    const factories = [...legacyPlugin.getApis()];
    expect(factories.map(factory => factory.api.id)).toEqual([
      labelContractApiRef.id,
    ]);
    expect(
      factories[0].factory({
        discoveryApi: mockApis.discovery(),
        fetchApi: { fetch },
      }),
    ).toBeInstanceOf(LabelContractClient);
  });
});

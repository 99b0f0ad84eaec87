import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  TestApiProvider,
  mockApis,
  registerMswTestHooks,
  wrapInTestApp,
} from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { labelContractApiRef } from '../../api/LabelContractApi';
import { LabelContractClient } from '../../api/LabelContractClient';
import { sampleEntity } from '../../testUtils/sampleEntity';
import { EntityLabelContractCard } from '../EntityLabelContractCard/EntityLabelContractCard';
import { EntityLabelContractTab } from '../EntityLabelContractTab/EntityLabelContractTab';
import { FleetPage } from './FleetPage';

jest.setTimeout(30_000);

const server = setupServer();
const client = new LabelContractClient({
  discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
  fetchApi: { fetch: (input, init) => fetch(input, init) },
});

/** Not ours: React and the router speak of versions to come. */
const OF_OTHERS = /findDOMNode|Future Flag|defaultProps/;

describe('a reader who lacks the permission', () => {
  registerMswTestHooks(server);

  it.each([
    [
      'card',
      <EntityLabelContractCard key="card" />,
      'You may not see this report',
    ],
    [
      'tab',
      <EntityLabelContractTab key="tab" />,
      'You may not see this report',
    ],
    ['fleet page', <FleetPage key="fleet" />, 'You may not see this page'],
  ])(
    'reads one sentence, and no error is logged: %s',
    async (_, element, title) => {
      const errors = jest.spyOn(console, 'error').mockImplementation();
      server.use(
        http.get('http://portal.test/*', () =>
          HttpResponse.json(
            { error: { name: 'NotAllowedError', message: 'no' } },
            { status: 403 },
          ),
        ),
      );
      render(
        wrapInTestApp(
          <TestApiProvider apis={[[labelContractApiRef, client]]}>
            <EntityProvider entity={sampleEntity('payments-platform')}>
              {element}
            </EntityProvider>
          </TestApiProvider>,
          {
            mountedRoutes: {
              '/catalog/:namespace/:kind/:name': entityRouteRef,
            },
          },
        ),
      );
      expect(
        await screen.findByText(title, undefined, { timeout: 10_000 }),
      ).toBeVisible();
      expect(screen.getByText(/label-contract\.report\.read/)).toBeVisible();
      expect(
        errors.mock.calls.filter(call => !OF_OTHERS.test(call.join(' '))),
      ).toEqual([]);
      errors.mockRestore();
    },
  );
});

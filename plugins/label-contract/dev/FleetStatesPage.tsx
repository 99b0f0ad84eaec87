import CssBaseline from '@material-ui/core/CssBaseline';
import { ThemeProvider } from '@material-ui/core/styles';
import { ResponseError } from '@backstage/errors';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import { FleetReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../src/api/LabelContractApi';
import { FleetPage } from '../src/components/FleetPage/FleetPage';
import {
  FleetApi,
  sampleFleetApi,
  sampleFleetReport,
  sampleUnclaimedReport,
} from '../src/testUtils/sampleFleetApi';
import { sampleSummaries } from '../src/testUtils/sampleFleet';
import { themes } from './themes';

const refuse = async (status: number): Promise<never> => {
  throw await ResponseError.fromResponse(new Response('{}', { status }));
};

/** Turns the fleet around after the first answer, as if everything had changed at once. */
function aChangingFleet(): FleetApi['getFleet'] {
  let answers = 0;
  return async query => {
    answers += 1;
    const body: FleetReport = sampleFleetReport(sampleSummaries(new Date()), {
      ...query,
      order: answers > 1 ? 'desc' : 'asc',
    });
    return { body, asOf: new Date() };
  };
}

/** Answers once, and never again. */
function aFailingFleet(): FleetApi['getFleet'] {
  let answers = 0;
  return async query => {
    answers += 1;
    return answers > 1
      ? refuse(503)
      : {
          body: sampleFleetReport(sampleSummaries(new Date()), query),
          asOf: new Date(),
        };
  };
}

const apis: Record<string, () => FleetApi> = {
  fleet: () => sampleFleetApi(),
  'fleet-pages': () => sampleFleetApi({ limit: 8 }),
  'fleet-changed': () => sampleFleetApi({ getFleet: aChangingFleet() }),
  'fleet-old': () => sampleFleetApi({ getFleet: aFailingFleet() }),
  'fleet-failed': () => sampleFleetApi({ getFleet: () => refuse(503) }),
  'fleet-forbidden': () =>
    sampleFleetApi({
      getFleet: () => refuse(403),
      getUnclaimed: () => refuse(403),
      getClusters: () => refuse(403),
    }),
  'fleet-loading': () =>
    sampleFleetApi({ getFleet: () => new Promise(() => {}) }),
  'fleet-empty': () =>
    sampleFleetApi({
      getFleet: async query => ({ body: sampleFleetReport([], query) }),
      getUnclaimed: async query => ({ body: sampleUnclaimedReport([], query) }),
      getClusters: async () => ({ body: { items: [] } }),
    }),
};

/** Names of the states of the fleet page. */
export const fleetStates = Object.keys(apis);

/** Props of {@link FleetStatesPage}. */
export interface FleetStatesPageProps {
  /** One of {@link fleetStates}. */
  readonly shows: string;
  readonly scheme: 'light' | 'dark';
  /** What the address of the fleet page says. */
  readonly search: string;
}

/** The fleet page in one of its states, without a backend: to look at, and to take pictures of. */
export function FleetStatesPage(props: FleetStatesPageProps) {
  const { shows, scheme, search } = props;
  const api = (apis[shows] ?? sampleFleetApi)();
  return wrapInTestApp(
    <ThemeProvider theme={themes[scheme]}>
      <CssBaseline />
      <TestApiProvider apis={[[labelContractApiRef, api]]}>
        <main style={{ padding: 24 }}>
          <FleetPage />
        </main>
      </TestApiProvider>
    </ThemeProvider>,
    {
      routeEntries: [`/?${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

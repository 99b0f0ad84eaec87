import { ResponseError } from '@backstage/errors';
import { sampleSummaries } from '../sampleFleet';
import {
  FleetApi,
  sampleFleetApi,
  sampleFleetReport,
  sampleUnclaimedReport,
} from '../sampleFleetApi';
import { FleetState } from './SampleState';

async function refuse(status: number): Promise<never> {
  throw await ResponseError.fromResponse(new Response('{}', { status }));
}

/** Turns the fleet around after the first answer, as if everything had changed at once. */
function aChangingFleet(): FleetApi['getFleet'] {
  const summaries = sampleSummaries(new Date());
  let answers = 0;
  return async query => {
    answers += 1;
    return {
      body: sampleFleetReport(summaries, {
        ...query,
        order: answers === 1 ? 'asc' : 'desc',
      }),
      asOf: new Date(),
    };
  };
}

/** Answers once, and never again. */
function answersOnce<Query, Answer>(
  answer: (query: Query) => Promise<Answer>,
): (query: Query) => Promise<Answer> {
  let answers = 0;
  return async query => {
    answers += 1;
    return answers === 1 ? answer(query) : refuse(503);
  };
}

const never = () => new Promise<never>(() => {});

const anEmptyFleet = () =>
  sampleFleetApi({
    getFleet: async query => ({ body: sampleFleetReport([], query) }),
    getUnclaimed: async query => ({ body: sampleUnclaimedReport([], query) }),
    getClusters: async () => ({ body: { items: [] } }),
  });
const aForbiddenFleet = () =>
  sampleFleetApi({
    getFleet: () => refuse(403),
    getUnclaimed: () => refuse(403),
    getClusters: () => refuse(403),
  });
const aSilentFleet = () =>
  sampleFleetApi({
    getFleet: () => refuse(503),
    getUnclaimed: () => refuse(503),
    getClusters: () => refuse(503),
  });
const aSlowFleet = () =>
  sampleFleetApi({ getFleet: never, getUnclaimed: never, getClusters: never });

function state(
  name: string,
  says: readonly string[],
  options: Partial<Omit<FleetState, 'screen' | 'name' | 'says'>> = {},
): FleetState {
  return {
    screen: 'fleet',
    name,
    says,
    api: () => sampleFleetApi(),
    search: '',
    isVisitedTwice: false,
    ...options,
  };
}

/** The fleet page in every state of each of its views. */
export const fleetStates: readonly FleetState[] = [
  state('services', [
    'payments-platform',
    '2 more: 1 for ops, 1 for desk-team',
    'Export 20 as CSV',
    '1–20 of 20',
    'except harbour',
  ]),
  state('filtered', ['desk-system', 'Export 3 as CSV', '1–3 of 3'], {
    search: 'health=failing',
    isSilentAbout: ['room-planner'],
  }),
  state('noMatch', ['No service matches', 'Clear filters'], {
    search: 'search=nowhere',
    isSilentAbout: ['room-planner'],
  }),
  state('pages', ['9–16 of 20'], {
    search: 'cursor=8',
    api: () => sampleFleetApi({ limit: 8 }),
  }),
  state('changed', ['12 changed', 'Show'], {
    isVisitedTwice: true,
    api: () => sampleFleetApi({ getFleet: aChangingFleet() }),
  }),
  state('empty', ['No service makes a claim yet', 'Add this annotation'], {
    api: anEmptyFleet,
  }),
  state(
    'failed',
    [
      'This page cannot be updated',
      'answered 503. You see the last answer.',
      'Last answer',
      'payments-platform',
      'Try again',
    ],
    {
      isVisitedTwice: true,
      api: () =>
        sampleFleetApi({ getFleet: answersOnce(sampleFleetApi().getFleet) }),
    },
  ),
  state('failedWithoutLast', ['This page cannot be loaded', 'Try again'], {
    api: aSilentFleet,
    isSilentAbout: ['You see the last answer', 'Export'],
  }),
  state(
    'forbidden',
    [
      'You may not see this page',
      'label-contract.report.read',
      'This says nothing about the services themselves.',
    ],
    { api: aForbiddenFleet, isSilentAbout: ['Export', 'Try again'] },
  ),
  state('loading', ['Loading'], {
    api: aSlowFleet,
    isSilentAbout: ['Export', 'No service'],
  }),
  state(
    'unclaimed',
    [
      'These workloads carry a contract label that no service claims.',
      'booking-banner',
      'Evidence: strong',
      'See the fix',
      'Export 5 as CSV',
    ],
    { search: 'tab=unclaimed' },
  ),
  state('unclaimedNoMatch', ['No workload matches', 'Clear filters'], {
    search: 'tab=unclaimed&unclaimed.search=nowhere',
  }),
  state('unclaimedEmpty', ['Every labelled workload is claimed.'], {
    search: 'tab=unclaimed',
    api: anEmptyFleet,
  }),
  state(
    'unclaimedForbidden',
    ['You may not see this page', 'label-contract.workload.read'],
    { search: 'tab=unclaimed', api: aForbiddenFleet },
  ),
  state('unclaimedFailed', ['This page cannot be loaded', 'Try again'], {
    search: 'tab=unclaimed',
    api: aSilentFleet,
  }),
  state('unclaimedLoading', ['Loading'], {
    search: 'tab=unclaimed',
    api: aSlowFleet,
    isSilentAbout: ['Every labelled workload is claimed.'],
  }),
  state(
    'clusters',
    [
      '3 of 6 clusters cannot be read in full.',
      'harbour does not answer',
      '6 last seen',
      'resources: ["rollouts"]',
      'First read. Unknown until it is complete.',
      'Next try in',
    ],
    { search: 'tab=clusters' },
  ),
  state('clustersEmpty', ['0 clusters configured'], {
    search: 'tab=clusters',
    api: anEmptyFleet,
  }),
  state(
    'clustersForbidden',
    ['You may not see this page', 'label-contract.report.read'],
    { search: 'tab=clusters', api: aForbiddenFleet },
  ),
  state(
    'clustersFailed',
    ['This page cannot be updated', 'Last answer', 'harbour does not answer'],
    {
      search: 'tab=clusters',
      isVisitedTwice: true,
      api: () =>
        sampleFleetApi({
          getClusters: answersOnce(() => sampleFleetApi().getClusters()),
        }),
    },
  ),
];

import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { LiveState, lastOf } from '../../hooks/liveState';
import { calmHistory } from '../calmHistory';
import { sampleHistory } from '../sampleHistory';
import { sampleReports } from '../sampleReports';
import { sampleEntity } from '../sampleEntity';
import { fleetStates } from './fleetStates';
import { ReportState, reportStates } from './reportStates';
import { CardState, SampleState, TabState } from './SampleState';

function cardState({ name, entity, report, card }: ReportState): CardState {
  return { screen: 'card', name, entity, report, ...card };
}

function tabState(
  { name, entity, report, tab }: ReportState,
  history: LiveState<EntityHistory>,
): TabState {
  return { screen: 'tab', name, entity, report, history, ...tab };
}

function answered<Body>(body: Body, now: Date) {
  const last = { body, receivedAt: now.getTime() };
  return { kind: 'answered', last } as const;
}

/** What happened to a service, so that it is as its report says. */
function historyOf(
  state: LiveState<EntityReport>,
  now: Date,
): LiveState<EntityHistory> {
  const last = lastOf(state);
  const history =
    last && last.body.contract.verdict !== 'violated'
      ? calmHistory(last.body, now)
      : sampleHistory(now);
  return answered(history, now);
}

/** A service of so many workloads that only some of them are in the page. */
function manyWorkloads(now: Date): TabState {
  const { met } = sampleReports(now);
  const [workload] = met.workloads;
  const report = answered(
    {
      ...met,
      visible: { count: 500, partly: 0, of: 500 },
      pods: { ready: 500, of: 500 },
      workloads: Array.from({ length: 500 }, (_, index) => ({
        ...workload,
        ref: { ...workload.ref, name: `svc-${index}`, uid: `uid-${index}` },
      })),
    },
    now,
  );
  return {
    screen: 'tab',
    name: 'fiveHundred',
    entity: sampleEntity('payments-platform'),
    report,
    history: historyOf(report, now),
    says: ['500 of 500 workloads visible', 'svc-0', 'Show 450 more'],
    isSilentAbout: ['svc-499'],
  };
}

/** The tab where the past cannot be told: the report needs none. */
function withHistory(
  name: string,
  history: LiveState<EntityHistory>,
  options: { now: Date; says: string },
): TabState {
  const { now, says } = options;
  return {
    screen: 'tab',
    name,
    entity: sampleEntity('payments-platform'),
    report: answered(sampleReports(now).met, now),
    history,
    says: ['All 3 workloads are visible and healthy', says],
  };
}

/**
 * Every state of every screen, with what it has to say: the one list that the dev page shows, the tests
 * render, and the browser visits.
 */
export function sampleStates(now: Date): readonly SampleState[] {
  const states = reportStates(now);
  return [
    ...states.map(cardState),
    ...states.map(state => tabState(state, historyOf(state.report, now))),
    manyWorkloads(now),
    withHistory(
      'historyFailed',
      { kind: 'failed', status: 503 },
      {
        now,
        says: 'The history cannot be read now.',
      },
    ),
    withHistory(
      'historyLoading',
      { kind: 'loading' },
      { now, says: 'History' },
    ),
    ...fleetStates,
  ];
}

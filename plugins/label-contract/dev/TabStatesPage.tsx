import CssBaseline from '@material-ui/core/CssBaseline';
import { ThemeProvider } from '@material-ui/core/styles';
import {
  configApiRef,
  errorApiRef,
  storageApiRef,
} from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { MockErrorApi, mockApis, TestApiProvider } from '@backstage/test-utils';
import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { MemoryRouter } from 'react-router-dom';
import { LabelContractTab } from '../src/components/LabelContractTab/LabelContractTab';
import { LiveState } from '../src/hooks/liveState';
import { sampleEntity } from '../src/testUtils/sampleEntity';
import { sampleHistory } from '../src/testUtils/sampleHistory';
import { sampleReports } from '../src/testUtils/sampleReports';
import { themes } from './themes';

function answered<Body>(body: Body): LiveState<Body> {
  return { kind: 'answered', last: { body, receivedAt: Date.now() } };
}

/** The tab in every state that a report, or the lack of one, puts it in. */
function tabStates(now: Date): Record<string, LiveState<EntityReport>> {
  const reports = sampleReports(now);
  const [workload] = reports.met.workloads;
  return {
    ...Object.fromEntries(
      Object.entries(reports).map(([name, report]) => [name, answered(report)]),
    ),
    'five-hundred': answered({
      ...reports.met,
      visible: { count: 500, partly: 0, of: 500 },
      workloads: Array.from({ length: 500 }, (_, index) => ({
        ...workload,
        ref: { ...workload.ref, name: `svc-${index}`, uid: `uid-${index}` },
      })),
    }),
    old: {
      kind: 'failed',
      status: 503,
      last: { body: reports.violated, receivedAt: now.getTime() - 180_000 },
    },
    failed: { kind: 'failed' },
    forbidden: { kind: 'forbidden' },
    'not-found': { kind: 'not-found' },
    loading: { kind: 'loading' },
  };
}

const apis = [
  [errorApiRef, new MockErrorApi()],
  [configApiRef, mockApis.config()],
  [storageApiRef, mockApis.storage()],
  [translationApiRef, mockApis.translation()],
] as const;

/** Props of {@link TabStatesPage}. */
export interface TabStatesPageProps {
  /** Name of a sample report, or of a state without one. */
  readonly state: string;
  readonly scheme: 'light' | 'dark';
}

/** The tab in one of its states: to look at, and to take pictures of. */
export function TabStatesPage({ state, scheme }: TabStatesPageProps) {
  const now = new Date();
  const states = tabStates(now);
  const history: LiveState<EntityHistory> = answered(sampleHistory(now));
  return (
    <ThemeProvider theme={themes[scheme]}>
      <CssBaseline />
      <MemoryRouter>
        <TestApiProvider apis={apis}>
          <main style={{ padding: 16 }}>
            <LabelContractTab
              entity={sampleEntity('payments-platform')}
              report={states[state] ?? states.violated}
              history={history}
              onRetry={() => {}}
            />
          </main>
        </TestApiProvider>
      </MemoryRouter>
    </ThemeProvider>
  );
}

import CssBaseline from '@material-ui/core/CssBaseline';
import { ThemeProvider } from '@material-ui/core/styles';
import {
  configApiRef,
  errorApiRef,
  storageApiRef,
} from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { MockErrorApi, mockApis, TestApiProvider } from '@backstage/test-utils';
import { MemoryRouter } from 'react-router-dom';
import { LabelContractCard } from '../src/components/LabelContractCard/LabelContractCard';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState } from '../src/hooks/liveState';
import { sampleEntity } from '../src/testUtils/sampleEntity';
import { sampleFindings } from '../src/testUtils/sampleFindings';
import { sampleReportOf, sampleReports } from '../src/testUtils/sampleReports';
import { themes } from './themes';

interface ShownState {
  readonly name: string;
  readonly state: LiveState<EntityReport>;
}

/** The card in every state, without a backend. */
function shownStates(now: Date): ShownState[] {
  const receivedAt = now.getTime();
  const reports = sampleReports(now);
  return [
    ...Object.entries(reports).map(
      ([name, report]): ShownState => ({
        name,
        state: { kind: 'answered', last: { body: report, receivedAt } },
      }),
    ),
    {
      name: 'failed',
      state: {
        kind: 'failed',
        status: 503,
        last: { body: reports.met, receivedAt: receivedAt - 180_000 },
      },
    },
    { name: 'failed without last', state: { kind: 'failed' } },
    { name: 'forbidden', state: { kind: 'forbidden' } },
    { name: 'not found', state: { kind: 'not-found' } },
    { name: 'loading', state: { kind: 'loading' } },
  ];
}

/** The card with every finding that there can be. */
function shownFindings(now: Date): ShownState[] {
  return sampleFindings().map(([name, finding]) => ({
    name,
    state: {
      kind: 'answered',
      last: {
        body: sampleReportOf(finding, now),
        receivedAt: now.getTime(),
      },
    },
  }));
}

const apis = [
  [errorApiRef, new MockErrorApi()],
  [configApiRef, mockApis.config()],
  [storageApiRef, mockApis.storage()],
  [translationApiRef, mockApis.translation()],
] as const;

/** Props of {@link StatesPage}. */
export interface StatesPageProps {
  readonly shows: 'states' | 'findings';
  readonly scheme: 'light' | 'dark';
}

/** The card in all its states, side by side: to look at, and to take pictures of. */
export function StatesPage({ shows, scheme }: StatesPageProps) {
  const now = new Date();
  const shown = shows === 'states' ? shownStates(now) : shownFindings(now);
  return (
    <ThemeProvider theme={themes[scheme]}>
      <CssBaseline />
      <MemoryRouter>
        <TestApiProvider apis={apis}>
          <main
            style={{
              display: 'grid',
              gap: 20,
              padding: 16,
              gridTemplateColumns:
                'repeat(auto-fill, minmax(min(100%, 500px), 1fr))',
            }}
          >
            <h1 style={{ gridColumn: '1 / -1', margin: 0 }}>{shows}</h1>
            {shown.map(({ name, state }) => (
              <div key={name}>
                <p style={{ margin: '0 0 6px', fontSize: 13 }}>{name}</p>
                <LabelContractCard
                  entity={sampleEntity('payments-platform')}
                  state={state}
                  onRetry={() => {}}
                />
              </div>
            ))}
          </main>
        </TestApiProvider>
      </MemoryRouter>
    </ThemeProvider>
  );
}

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { LiveState } from '../../hooks/liveState';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleEntity } from '../../testUtils/sampleEntity';
import { sampleHistory } from '../../testUtils/sampleHistory';
import { SampleName, sampleReports } from '../../testUtils/sampleReports';
import { LabelContractTab } from './LabelContractTab';

const now = new Date(Date.now() - 4_000);
const samples = sampleReports(now);

function answered<Body>(body: Body): LiveState<Body> {
  return { kind: 'answered', last: { body, receivedAt: Date.now() } };
}

function showTab(options: {
  report: LiveState<EntityReport>;
  history?: LiveState<EntityHistory>;
  onRetry?: () => void;
}) {
  const { report, history = answered(sampleHistory(now)) } = options;
  return renderWithApis(
    <LabelContractTab
      entity={sampleEntity('payments-platform')}
      report={report}
      history={history}
      onRetry={options.onRetry ?? (() => {})}
    />,
  );
}

const names = Object.keys(samples).filter((name): name is SampleName =>
  Object.hasOwn(samples, name),
);

describe('LabelContractTab', () => {
  it.each(names)('shows the whole report: %s', name => {
    const { container } = showTab({ report: answered(samples[name]) });
    expect(container).not.toHaveTextContent(/\{\{|undefined|\[object/);
    expect(
      screen.getAllByRole('heading').map(({ textContent }) => textContent),
    ).not.toContain('');
  });

  it('names the symptom, draws the way to where it breaks, and says who mends it', () => {
    showTab({ report: answered(samples.violated) });

    expect(
      screen.getByRole('heading', {
        name: 'payments-gateway’s pod is missing from the Kubernetes tab',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Who acts').nextSibling).toHaveTextContent('Ops');
    const path = screen.getByRole('list', {
      name: 'The way to the Kubernetes tab',
    });
    expect(
      within(path)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^1 TabOpen/),
      expect.stringMatching(/^2 ClusterOpen/),
      expect.stringMatching(/^3 QueryOpen/),
      expect.stringMatching(/^4 ViewClosed for 1 workload/),
      expect.stringMatching(/^Kubernetes tabshows3 of 3 rows, 2 of 3 pods$/),
    ]);
    const todo = screen.getByRole('region', { name: 'To do for ops' });
    expect(within(todo).getByText('Error')).toBeInTheDocument();
    expect(within(todo).getByText('label-matches-claim')).toBeInTheDocument();
    expect(
      within(todo).getByText('Its object carries the service’s label.'),
    ).toBeInTheDocument();
  });

  it('draws no path where all is well', () => {
    showTab({ report: answered(samples.met) });
    expect(
      screen.getByRole('heading', {
        name: 'All 3 workloads are visible and healthy',
      }),
    ).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('region', { name: 'The way to the Kubernetes tab' }),
      ).getAllByText('Open'),
    ).toHaveLength(4);
    expect(screen.getByText('Nothing is to be done.')).toBeInTheDocument();
    expect(screen.getAllByText('All levels match')).toHaveLength(3);
  });

  it('gives the team its ticket to read and to copy, once', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    showTab({ report: answered(samples.failing) });

    const ticket = screen.getByRole('region', {
      name: 'Ticket for inventory-team',
    });
    expect(ticket).toHaveTextContent('inventory-db-migrator keeps crashing');
    await user.click(screen.getByRole('button', { name: 'Copy ticket text' }));
    expect(writeText.mock.lastCall?.[0]).toMatch(
      /^inventory-db-migrator keeps crashing\n/,
    );
  });

  it('says level by level what stands where the labels differ', () => {
    showTab({ report: answered(samples.violated) });
    const row = screen.getByRole('row', { name: /^payments-gateway/ });
    expect(within(row).getAllByText('differs: payments-gateway')).toHaveLength(
      2,
    );
    expect(
      within(row).getByText('matches: payments-platform'),
    ).toBeInTheDocument();
    expect(within(row).getByText('Partly')).toBeInTheDocument();
  });

  it('keeps the last report in grey, without commands, while the backend fails', () => {
    showTab({
      report: {
        kind: 'failed',
        status: 503,
        last: { body: samples.violated, receivedAt: Date.now() },
      },
    });
    expect(
      screen.getByText('The report cannot be updated'),
    ).toBeInTheDocument();
    expect(screen.getByText('Violated')).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'Command' })).toBeNull();
  });

  it('is a sentence for those who may not read reports', () => {
    showTab({ report: { kind: 'forbidden' } });
    expect(screen.getByText('You may not see this report')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('sends ops to the cluster where nothing can be said', () => {
    showTab({ report: answered(samples.unreachable) });
    expect(screen.getByText('Who acts').nextSibling).toHaveTextContent('Ops');
    expect(
      screen.getByText('1 cluster cannot be read in full.'),
    ).toBeInTheDocument();
    expect(screen.getByText('prod-west does not answer')).toBeInTheDocument();
  });

  it('needs no history', () => {
    showTab({
      report: answered(samples.met),
      history: { kind: 'failed', status: 503 },
    });
    expect(
      screen.getByText(
        'The history cannot be read now. The report does not need it.',
      ),
    ).toBeInTheDocument();
  });

  it('tells as one what one hand did at once, and when nobody watched, between which moments', () => {
    showTab({ report: answered(samples.met) });
    const history = screen.getByRole('region', { name: 'History' });
    const items = within(history)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(items[0]).toMatch(
      /payments-gateway leftLabel set to payments-gateway on the pod templateby kubectl-patch$/,
    );
    expect(items[1]).toMatch(/^Between .* and .*payments-processor left/);
    expect(items[1]).toMatch(/by whom is not recorded by Kubernetes$/);
    expect(items[2]).toMatch(/3 workloads joinedCreated$/);
    expect(items).toHaveLength(4);
  });

  it('shows fifty workloads at once, and finds any of the others', async () => {
    const user = userEvent.setup();
    const [workload] = samples.met.workloads;
    const workloads = Array.from({ length: 500 }, (_, index) => ({
      ...workload,
      ref: { ...workload.ref, name: `svc-${index}`, uid: `uid-${index}` },
    }));
    showTab({ report: answered({ ...samples.met, workloads }) });
    const table = screen.getByRole('table', { name: 'Workloads' });
    expect(within(table).getAllByRole('row')).toHaveLength(51);

    await user.type(
      screen.getByRole('searchbox', { name: 'Search workloads' }),
      'svc-499',
    );
    expect(within(table).getAllByRole('row')).toHaveLength(2);
  });
});

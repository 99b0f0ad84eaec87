import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState } from '../../hooks/liveState';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleEntity } from '../../testUtils/sampleEntity';
import { SampleName, sampleReports } from '../../testUtils/sampleReports';
import { LabelContractCard } from './LabelContractCard';

const samples = sampleReports(new Date(Date.now() - 4_000));

function answered(name: SampleName): LiveState<EntityReport> {
  return {
    kind: 'answered',
    last: { body: samples[name], receivedAt: Date.now() },
  };
}

function cardOf(state: LiveState<EntityReport>, onRetry = () => {}) {
  return (
    <LabelContractCard
      entity={sampleEntity('payments-platform')}
      state={state}
      onRetry={onRetry}
    />
  );
}

function showReport(name: SampleName) {
  return renderWithApis(cardOf(answered(name)));
}

function verdictOf(label: 'Contract' | 'Health') {
  return screen.getByText(label).parentElement;
}

describe('LabelContractCard', () => {
  it('is small while nobody has to act', () => {
    showReport('met');
    const card = screen.getByRole('region', { name: 'Label contract' });

    expect(verdictOf('Contract')).toHaveTextContent(
      'ContractMet3 of 3 workloads visible',
    );
    expect(verdictOf('Health')).toHaveTextContent(
      'HealthHealthy3 of 3 pods ready',
    );
    expect(within(card).getByText('1 cluster, live')).toBeInTheDocument();
    expect(within(card).getByText(/^As of \d+ s ago$/)).toBeInTheDocument();
    expect(within(card).queryByRole('heading', { level: 3 })).toBeNull();
    expect(within(card).queryByRole('button')).toBeNull();
  });

  it('names the workload, the label that is wrong, and the command that mends it', () => {
    showReport('violated');

    expect(verdictOf('Contract')).toHaveTextContent(
      'ContractViolated2 of 3 workloads visible, 1 partly',
    );
    expect(verdictOf('Health')).toHaveTextContent('Healthy');
    expect(screen.getByText('For ops')).toBeInTheDocument();
    expect(screen.getByText('label-matches-claim')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', {
        name: 'payments-gateway runs, but its pod is hidden',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Its pod template carries its own name instead of the service’s.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Is').nextSibling).toHaveTextContent(
      'payments-gateway',
    );
    expect(screen.getByText('Should be').nextSibling).toHaveTextContent(
      'payments-platform',
    );
    expect(screen.getByRole('group', { name: 'Command' })).toHaveTextContent(
      `oc patch deployment payments-gateway -n payments-team --type=merge -p '{"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}}}}}'`,
    );
    expect(
      screen.getByText('Run on workshop. Replaces 1 pod.'),
    ).toBeInTheDocument();
  });

  it('says "no label" where the label is absent', () => {
    showReport('missing');
    expect(
      screen.getByRole('heading', {
        name: 'payments-gateway runs, but its 2 pods are hidden',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Is').nextSibling).toHaveTextContent('no label');
  });

  it('sends a crash to the owning team, with a ticket instead of a command', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    showReport('failing');

    expect(verdictOf('Contract')).toHaveTextContent('Met4 of 4');
    expect(verdictOf('Health')).toHaveTextContent('Failing3 of 4 pods ready');
    expect(screen.getByText('For inventory-team')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', {
        name: 'inventory-db-migrator keeps crashing',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('14 restarts, last exit code 1 (Error)'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Copy ticket text' }));
    const [[ticket]] = writeText.mock.calls;
    expect(ticket).toContain(
      'Deployment inventory-db-migrator in namespace inventory-team, cluster workshop.',
    );
    expect(ticket).toContain(
      'oc logs deployment/inventory-db-migrator -n inventory-team -c migrator --previous',
    );
  });

  it('says that a failing workload still serves', () => {
    showReport('stillServing');
    expect(verdictOf('Health')).toHaveTextContent(
      'FailingStill serving: 2 of 3 pods',
    );
  });

  it('names a rollout that is past its deadline', () => {
    showReport('rollout');
    expect(
      screen.getByText(
        '0 of 2 pods of the newest revision are ready, and the deadline has passed.',
      ),
    ).toBeInTheDocument();
  });

  it('says in Kubernetes’ words why a new image cannot be pulled, while the old pods serve', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    showReport('newImage');

    expect(verdictOf('Health')).toHaveTextContent(
      'FailingStill serving: 2 of 3 pods',
    );
    expect(screen.getByText('For desk-team')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', {
        name: 'ticket-desk: the new image cannot be pulled',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Container desk waits for registry.test/desk:v2. Its 2 other pods go on serving.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('manifest unknown').parentElement,
    ).toHaveTextContent('Kubernetes says: manifest unknown');

    await user.click(screen.getByRole('button', { name: 'Copy ticket text' }));
    expect(writeText.mock.lastCall?.[0]).toContain(
      'oc get events -n desk-team --field-selector reason=Failed',
    );
  });

  it('shows one finding and counts the others by desk', () => {
    showReport('several');
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    expect(
      screen.getByText('2 more findings: 1 for ops, 1 for storefront-team'),
    ).toBeInTheDocument();
  });

  it('does not alarm during a rollout', () => {
    showReport('progressing');
    expect(verdictOf('Health')).toHaveTextContent(
      'Progressingpayments-gateway: 2 of 4 pods ready',
    );
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });

  it('shows what to set where nothing is deployed, without an alarm', () => {
    renderWithApis(
      <LabelContractCard
        entity={sampleEntity('order-tracker', { lifecycle: 'development' })}
        state={answered('notDeployed')}
        onRetry={() => {}}
      />,
    );
    expect(verdictOf('Contract')).toHaveTextContent(
      'Not applicableNot deployed yet',
    );
    expect(verdictOf('Health')).toHaveTextContent('0 workloads');
    expect(
      screen.getByText(/expected while the lifecycle is development/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('backstage.io/kubernetes-id: order-tracker'),
    ).toBeInTheDocument();
  });

  it('finds nothing expected about a service in production that is not deployed', () => {
    showReport('notDeployed');
    expect(screen.queryByText(/That is expected/)).toBeNull();
  });

  it('sends a missing claim to the catalog file', () => {
    showReport('noClaim');
    expect(verdictOf('Contract')).toHaveTextContent('Not applicableNo claim');
    expect(screen.getByText('For the catalog file')).toBeInTheDocument();
    expect(
      screen.getByText('backstage.io/kubernetes-id: payments-platform'),
    ).toBeInTheDocument();
  });

  it('has no verdict where the catalog file opts out', () => {
    renderWithApis(
      <LabelContractCard
        entity={sampleEntity('legacy', { viewUrl: 'https://git.test/legacy' })}
        state={answered('ignored')}
        onRetry={() => {}}
      />,
    );
    expect(
      screen.getByRole('heading', { name: 'Ignored by choice' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Contract')).toBeNull();
    expect(
      screen.getByRole('link', { name: /View the catalog file/ }),
    ).toHaveAttribute('href', 'https://git.test/legacy');
  });

  it('keeps what is known and says which cluster does not answer', () => {
    showReport('unreachable');
    expect(verdictOf('Contract')).toHaveTextContent(
      'Unknown3 workloads seen, all visible',
    );
    expect(verdictOf('Health')).toHaveTextContent(
      'Unknown3 of 3 pods ready where seen',
    );
    expect(screen.getByText('cluster-reachable')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'prod-west does not answer' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^As of \d+ s ago, except prod-west$/),
    ).toBeInTheDocument();
  });

  it('never shows unknown as zero', () => {
    showReport('unreadable');
    expect(verdictOf('Contract')).toHaveTextContent(
      'UnknownWorkloads not read',
    );
    expect(verdictOf('Health')).toHaveTextContent('UnknownPods not read');
    expect(screen.getByText('kind-readable')).toBeInTheDocument();
  });

  it('lets a verdict stand where an unread cluster does not matter', () => {
    showReport('metExcept');
    expect(verdictOf('Contract')).toHaveTextContent('Met');
    expect(
      screen.getByText(/workshop live, prod-west not reached since/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });

  it('says that the first read is under way', () => {
    showReport('syncing');
    expect(verdictOf('Contract')).toHaveTextContent(
      'UnknownFirst read under way',
    );
    expect(
      screen.getByText('workshop: first read under way'),
    ).toBeInTheDocument();
  });

  it('shows what to change in the catalog file where the claim is wrong', () => {
    showReport('brokenClaim');
    expect(verdictOf('Contract')).toHaveTextContent(
      'ViolatedThe claim finds no workload',
    );
    expect(screen.getByText('For the catalog file')).toBeInTheDocument();
    expect(
      screen.getByText(/kubernetes-label-selector: ".* in \(pay, orders\)"/),
    ).toBeInTheDocument();
  });

  it('says what is scaled to zero without an alarm', () => {
    showReport('nothingRunning');
    expect(verdictOf('Health')).toHaveTextContent(
      'Nothing running0 pods wanted',
    );
  });

  it('stays calm where there is nothing but a note', () => {
    showReport('notes');
    expect(verdictOf('Contract')).toHaveTextContent('ContractMet3 of 3');
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(screen.queryByText('For ops')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(
      screen.getByText(
        'Note: 3 objects around payments-gateway carry no label, and 1 more.',
      ),
    ).toBeInTheDocument();
  });

  it('does not count the pods of a CronJob, which come and go', () => {
    const { unmount } = showReport('scheduled');
    expect(verdictOf('Health')).toHaveTextContent('HealthyNo failed run');
    unmount();

    showReport('failedRun');
    expect(verdictOf('Health')).toHaveTextContent('FailingThe last run failed');
    expect(
      screen.getByRole('heading', { name: 'desk-report: the last run failed' }),
    ).toBeInTheDocument();
  });

  it('says since when everything is gone', () => {
    showReport('removed');
    expect(verdictOf('Contract')).toHaveTextContent('Not applicableRemoved');
    expect(screen.getByText(/were last seen .*\d\d:\d\d/)).toBeInTheDocument();
  });

  it('has no alarm for what the tab never draws', () => {
    showReport('notDrawn');
    expect(
      screen.getByText(/have no row in the Kubernetes tab/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });

  it('names the kind that the tab leaves out', () => {
    showReport('hiddenKind');
    expect(
      screen.getByRole('heading', {
        name: 'The Kubernetes tab does not ask for StatefulSet',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Deployment/)).toBeNull();
  });

  it('says that a cluster is live in part', () => {
    showReport('livePartly');
    expect(screen.getByText('workshop live in part')).toBeInTheDocument();
  });

  it('shows the line of the log that says what cannot be reached', () => {
    showReport('dependency');
    expect(
      screen.getByRole('group', { name: 'Last lines of the log' }),
    ).toHaveTextContent(
      'FATAL: Cannot connect to database at postgres.desk-team:5432',
    );
    expect(
      screen.getByText(
        'It connects to postgres.desk-team:5432. No Service postgres exists in desk-team.',
      ),
    ).toBeInTheDocument();
  });

  it('draws one bar for more than 24 workloads and one pip each below', () => {
    const { container, unmount } = showReport('many');
    expect(
      container.querySelectorAll('dd [aria-hidden=true] > span'),
    ).toHaveLength(2);
    unmount();

    const few = showReport('several');
    expect(
      few.container.querySelectorAll('dd [aria-hidden=true] > span'),
    ).toHaveLength(12);
  });

  it('keeps the last answer when a request fails, and asks again on demand', async () => {
    const onRetry = jest.fn();
    renderWithApis(
      cardOf(
        {
          kind: 'failed',
          status: 503,
          last: {
            body: samples.met,
            receivedAt: Date.now() - 3 * 60_000,
          },
        },
        onRetry,
      ),
    );
    expect(verdictOf('Contract')).toHaveTextContent(
      'Met3 min ago: 3 of 3 workloads visible',
    );
    expect(screen.getByText('Last report 3 min ago')).toBeInTheDocument();
    expect(
      screen.getByText(
        'The label contract backend answered 503. You see the last report.',
      ),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('shows the notice alone where there is no last answer', () => {
    renderWithApis(cardOf({ kind: 'failed' }));
    expect(
      screen.getByText('The label contract backend does not answer.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Contract')).toBeNull();
  });

  it('says which permission is missing, and nothing about the service', () => {
    renderWithApis(cardOf({ kind: 'forbidden' }));
    expect(screen.getByText('label-contract.report.read')).toBeInTheDocument();
    expect(
      screen.getByText('This says nothing about the service itself.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Contract')).toBeNull();
  });

  it('says that there is no report for the entity', () => {
    renderWithApis(cardOf({ kind: 'not-found' }));
    expect(
      screen.getByText('component:default/payments-platform'),
    ).toBeInTheDocument();
  });

  it('is busy, and says so, while the first report loads', () => {
    renderWithApis(cardOf({ kind: 'loading' }));
    expect(
      screen.getByRole('region', { name: 'Label contract' }),
    ).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('status')).toHaveTextContent('Loading the report');
  });

  it('announces a changed verdict once, and nothing on the first answer', async () => {
    const { rerender } = showReport('violated');
    const announced = () =>
      screen
        .getAllByRole('status')
        .map(status => status.textContent)
        .join('');
    expect(announced()).toBe('');

    rerender(cardOf(answered('met')));
    await waitFor(() =>
      expect(announced()).toBe(
        'Contract: Met. 3 of 3 workloads visible. Health: Healthy. 3 of 3 pods ready.',
      ),
    );
  });
});

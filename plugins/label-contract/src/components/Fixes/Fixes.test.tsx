import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Finding, Fix } from '@portal-operations/plugin-label-contract-common';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleClaimFindings } from '../../testUtils/sampleClaimFindings';
import { sampleFindings } from '../../testUtils/sampleFindings';
import {
  sampleLabelFindings,
  sampleWorkload,
} from '../../testUtils/sampleLabelFindings';
import { Fixes } from './Fixes';

const claims = sampleClaimFindings();
const labels = sampleLabelFindings();
const ledger = sampleWorkload('StatefulSet', 'payments-ledger');
const helm = { tool: 'helm', ref: 'payments-team/payments' } as const;

function showFixes(finding: Finding) {
  return renderWithApis(<Fixes finding={finding} asOf={new Date(0)} />);
}

/** Shows one fix alone. */
function showFix(fix: Fix) {
  return showFixes({ ...labels['label-on-object/missing'], fixes: [fix] });
}

describe('Fixes', () => {
  it.each(sampleFindings())('shows every fix of %s', (_, finding) => {
    const { container } = showFixes(finding);
    expect(container).not.toHaveTextContent(/\{\{|undefined|\[object/);
    expect(container.querySelectorAll('button')).toHaveLength(
      finding.fixes.length,
    );
  });

  it('shows the first fix open, and folds each other one behind its name', async () => {
    const user = userEvent.setup();
    showFixes(labels['label-matches-claim/value-is-workload-name']);

    expect(
      screen.getByText(
        'Argo CD application payments has self-heal off, so this stays until somebody syncs it',
      ),
    ).toBeVisible();
    expect(screen.getByText('argocd app sync payments')).toBeVisible();

    const summary = screen.getByText('Or: direct patch, until the next sync');
    const folded = summary.closest('details');
    expect(folded).not.toHaveAttribute('open');
    await user.click(summary);
    expect(folded).toHaveAttribute('open');
    expect(
      screen.getByText(
        'Argo CD application payments takes this back with its next sync.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Run on prod-east. Replaces 2 pods.'),
    ).toBeInTheDocument();
  });

  it('offers no disclosure where there is one way', () => {
    showFixes(labels['label-on-object/missing']);
    expect(document.querySelector('details')).toBeNull();
  });

  it('keeps the tool choices of two commands apart', () => {
    showFixes(labels['label-key-spelled/nearly']);
    const names = screen
      .getAllByRole('radio', { hidden: true })
      .map(radio => radio.getAttribute('name'));
    expect(new Set(names).size).toBe(2);
  });

  it.each([
    [
      'pods-follow-template/paused',
      'Run on prod-east. Lets the rollout go on, which replaces 2 pods.',
    ],
    ['pods-follow-template/deadline', 'Run on prod-east. Replaces 1 pod.'],
    [
      'pods-follow-template/on-delete',
      'Run on prod-east. Deletes 2 pods; their controller makes new ones.',
    ],
    [
      'pods-follow-template/changed-by-hand',
      'Run on prod-east. Restarts nothing.',
    ],
    ['label-on-object/missing', 'Run on prod-east. Replaces no pods.'],
    ['label-on-pod-template/missing', 'Run on prod-east. Restarts nothing.'],
    [
      'label-outside-selector/in-selector',
      'Run on prod-east. Its pods serve on, and the new one adopts them.',
    ],
  ] as const)('says what a command costs: %s', (key, cost) => {
    showFixes(labels[key]);
    expect(screen.getByText(cost)).toBeInTheDocument();
  });

  it('says what a patch is for', async () => {
    const user = userEvent.setup();
    showFixes(labels['label-on-object/missing']);
    await user.click(screen.getByRole('radio', { name: 'Patch' }));
    expect(
      screen.getByText(
        'Merge patch of StatefulSet payments-ledger in payments-team on prod-east. Replaces no pods.',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    'pods-follow-template/changed-by-hand',
    'label-outside-selector/in-selector',
  ] as const)('offers no patch of what takes more: %s', key => {
    showFixes(labels[key]);
    expect(screen.queryByRole('radio', { name: 'Patch' })).toBeNull();
    expect(screen.getAllByRole('radio', { name: 'oc' })).not.toHaveLength(0);
  });

  it('grants an account what it lacks, and nothing else', () => {
    showFix({
      kind: 'grant-read',
      cluster: 'dev',
      apiGroups: ['batch'],
      resources: ['cronjobs'],
      verbs: ['get', 'list', 'watch'],
      account: 'system:serviceaccount:portal:backstage',
    });
    const command = screen.getByRole('group', { name: 'Command' });
    expect(within(command).getByText(/"cronjobs"/)).toBeInTheDocument();
    expect(
      screen.getByText(
        'Run on dev. Lets system:serviceaccount:portal:backstage read this, and nothing else.',
      ),
    ).toBeInTheDocument();
  });

  it('says whom to bind a role to where the account is not known', () => {
    showFix({
      kind: 'grant-read',
      cluster: 'dev',
      apiGroups: [''],
      resources: ['pods'],
      verbs: ['get'],
    });
    expect(
      screen.getByText(/Bind it to the portal’s account\.$/),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'nothing',
      'Change it where Helm release payments-team/payments takes it from',
    ],
    [
      'sync',
      'Change it where Helm release payments-team/payments takes it from, then sync',
    ],
    [
      'release',
      'Change it where Helm release payments-team/payments takes it from, then upgrade',
    ],
    [
      'recreate',
      'Change it where Helm release payments-team/payments takes it from, then delete the StatefulSet so that it is created anew',
    ],
  ] as const)('names what follows a change of the source: %s', (then, how) => {
    showFix({
      kind: 'edit-source',
      workload: ledger,
      manager: helm,
      levels: ['pod-template'],
      key: 'backstage.io/kubernetes-id',
      value: 'payments-platform',
      then,
    });
    expect(screen.getByText(how)).toBeInTheDocument();
    expect(screen.getByText(/kind: "StatefulSet"/)).toBeInTheDocument();
  });

  it('says in words how to bring back what no command brings back', () => {
    showFix({ kind: 'sync', workload: ledger, manager: helm });
    expect(
      screen.getByText(
        'Install Helm release payments-team/payments again as it is; the cluster has drifted from it.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('names the entity whose catalog file changes', () => {
    showFixes(claims['claim-on-component/component-lacks-it']);
    expect(
      screen.getByText('Change it in the catalog file of payments-platform'),
    ).toBeInTheDocument();
  });

  it('shows what to add to the configuration as YAML', () => {
    showFixes(claims['kind-asked-for/nothing-visible']);
    expect(
      screen.getByText('Add it to the app-config.yaml of the portal'),
    ).toBeInTheDocument();
    expect(screen.getByText(/customResources:/)).toHaveTextContent('rollouts');
  });

  it('relates a cluster', () => {
    showFixes(claims['claim-in-existing-place/no-cluster-related']);
    expect(screen.getByText(/dependsOn/)).toHaveTextContent(
      'resource:default/prod-east',
    );
  });
});

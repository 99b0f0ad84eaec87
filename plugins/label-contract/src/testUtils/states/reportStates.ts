import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState } from '../../hooks/liveState';
import { sampleEntity } from '../sampleEntity';
import { SampleName, sampleReports } from '../sampleReports';

/** An answer to the question for a report, and what card and tab say then. */
export interface ReportState {
  readonly name: string;
  readonly entity: Entity;
  readonly report: LiveState<EntityReport>;
  readonly card: ReportWords;
  readonly tab: ReportWords;
}

/** What is shown, and what must not be. */
export interface ReportWords {
  readonly says: readonly string[];
  readonly isSilentAbout?: readonly string[];
}

/** What card and tab both show, and what each shows besides. */
interface Claim {
  readonly both: readonly string[];
  readonly card?: readonly string[];
  readonly tab?: readonly string[];
  readonly neither?: readonly string[];
  readonly notOnCard?: readonly string[];
}

const NO_ALARM = ['For ops', 'Violated', 'Failing'];

const CLAIMS: Record<SampleName, Claim> = {
  met: {
    both: ['Met', '3 of 3 workloads visible', 'Healthy', '3 of 3 pods ready'],
    card: ['1 cluster, live'],
    tab: ['All 3 workloads are visible and healthy', 'Nothing is to be done.'],
    neither: NO_ALARM,
  },
  progressing: {
    both: ['Progressing', 'payments-gateway: 2 of 4 pods ready'],
    tab: ['Nothing is to be done.'],
    neither: NO_ALARM,
  },
  violated: {
    both: [
      'Violated',
      '2 of 3 workloads visible, 1 partly',
      'label-matches-claim',
      'payments-gateway runs, but its pod is hidden',
      'Should be',
      'Run on workshop. Replaces 1 pod.',
      'Copy',
    ],
    card: ['For ops'],
    tab: [
      'payments-gateway’s pod is missing from the Kubernetes tab',
      'To do for ops',
      'Closed for 1 workload',
      'Why it belongs here',
    ],
  },
  missing: {
    both: ['payments-gateway runs, but its 2 pods are hidden', 'no label'],
  },
  failing: {
    both: [
      'Failing',
      '3 of 4 pods ready',
      'inventory-db-migrator keeps crashing',
    ],
    card: ['For inventory-team', 'Copy ticket text'],
    tab: ['Ticket for inventory-team', 'Nothing found for ops.'],
  },
  stillServing: {
    both: [
      'Failing',
      'Still serving: 2 of 3 pods',
      'Its 2 other pods go on serving.',
    ],
  },
  rollout: { both: ['ticket-desk does not finish its rollout'] },
  newImage: {
    both: [
      'Still serving: 2 of 3 pods',
      'ticket-desk: the new image cannot be pulled',
      'Its 2 other pods go on serving.',
      'manifest unknown',
    ],
  },
  several: {
    both: ['Violated', 'Failing', '10 of 12 workloads visible, 2 partly'],
    card: ['2 more findings: 1 for ops, 1 for storefront-team'],
    tab: ['To do for ops', '2 findings', 'Ticket for storefront-team'],
  },
  many: {
    both: ['35 of 40 workloads visible, 5 partly'],
    card: ['4 more findings for ops'],
    tab: ['5 of 40 workloads are missing from the Kubernetes tab'],
  },
  notDeployed: {
    both: [
      'Not deployed yet',
      '0 workloads',
      'That is expected while the lifecycle is development.',
      'backstage.io/kubernetes-id: order-tracker',
      'Deploy it with a template',
    ],
    neither: NO_ALARM,
  },
  noClaim: {
    both: ['No claim', 'backstage.io/kubernetes-id: payments-platform'],
    card: ['For the catalog file'],
  },
  ignored: {
    both: [
      'Ignored by choice',
      'Nothing is checked, so nothing here is green.',
      'View the catalog file',
    ],
    neither: ['Contract', 'Health', 'Met'],
  },
  nothingRunning: {
    both: ['Nothing running', '0 pods wanted'],
    neither: NO_ALARM,
  },
  syncing: {
    both: ['Unknown', 'First read under way'],
    card: ['workshop: first read under way'],
    neither: [...NO_ALARM, '0 workloads', '0 pods'],
  },
  unreachable: {
    both: [
      'Unknown',
      '3 workloads seen, all visible; 2 last seen',
      '3 of 3 pods ready where seen',
      'cluster-reachable',
      'prod-west does not answer',
      'The connection timed out.',
      'What was known then is still shown.',
      'Next try in',
      'except prod-west',
    ],
    card: ['workshop live'],
    tab: [
      'Last seen',
      'Visible, at',
      'What this service shows on prod-west cannot be seen now',
      '3 of 3 rows, 3 of 3 pods; 2 workloads last seen',
    ],
  },
  unreadable: {
    both: [
      'Unknown',
      'Workloads not read',
      'Pods not read',
      'kind-readable',
      'The portal may not read Pod on workshop',
      'kind: "ClusterRole"',
      'resources: ["pods"]',
    ],
    tab: ['Workloads not read'],
    neither: ['0 workloads', '0 pods', 'No workload belongs'],
  },
  metExcept: {
    both: ['Met', 'Healthy', 'except prod-west'],
    card: ['workshop live, prod-west not reached since'],
    tab: ['prod-west does not answer', '1 cluster cannot be read in full.'],
    notOnCard: ['cluster-reachable'],
  },
  brokenClaim: {
    both: [
      'Violated',
      'The annotation lists several ids',
      'kubernetes-label-selector',
    ],
    card: ['For the catalog file'],
  },
  notes: {
    both: ['Met', '3 objects around payments-gateway carry no label'],
    notOnCard: NO_ALARM,
  },
  scheduled: { both: ['Healthy', 'No failed run'], neither: NO_ALARM },
  failedRun: {
    both: ['The last run failed', 'desk-report: the last run failed'],
  },
  removed: { both: ['Removed', 'were last seen'], neither: NO_ALARM },
  notDrawn: {
    both: ['have no row in the Kubernetes tab'],
    tab: ['payments-migrate: of a kind that is not drawn', '0 of 1 row'],
    neither: NO_ALARM,
  },
  hiddenKind: {
    both: ['The Kubernetes tab does not ask for StatefulSet'],
    tab: ['not configured to ask for statefulsets', '2 of 3 rows'],
  },
  drifted: {
    both: [
      'has self-heal off, so this stays until somebody syncs it',
      'argocd app sync payments',
      'Or: direct patch, until the next sync',
    ],
  },
  livePartly: {
    both: ['Met', 'Healthy'],
    card: ['workshop live in part'],
    tab: [
      'Partly readable',
      '1 cluster cannot be read in full.',
      'The portal may not read CronJob on workshop',
      'resources: ["cronjobs"]',
    ],
  },
  dependency: {
    both: [
      'It connects to postgres.desk-team:5432. No Service postgres exists in desk-team.',
      'FATAL: Cannot connect to database at postgres.desk-team:5432',
      '14 restarts, last exit code 1',
    ],
  },
  logWithheld: {
    both: [
      'You may not read log lines',
      'label-contract.log.read',
      'It connects to postgres.desk-team:5432. No Service postgres exists in desk-team.',
      '14 restarts, last exit code 1',
    ],
    neither: ['FATAL'],
  },
};

function entityOf(name: SampleName, report: EntityReport): Entity {
  return sampleEntity(parseEntityRef(report.entityRef).name, {
    ...(name === 'notDeployed' && { lifecycle: 'development' }),
    ...(name === 'ignored' && {
      viewUrl: 'https://git.example.com/payments/catalog-info.yaml',
    }),
  });
}

function wordsOf(claim: Claim): Pick<ReportState, 'card' | 'tab'> {
  const { both, card = [], tab = [], neither = [], notOnCard = [] } = claim;
  return {
    card: {
      says: [...both, ...card],
      isSilentAbout: [...neither, ...notOnCard],
    },
    tab: { says: [...both, ...tab], isSilentAbout: neither },
  };
}

/** Every answer to the question for a report, and every way to get none. */
export function reportStates(now: Date): readonly ReportState[] {
  const receivedAt = now.getTime();
  const reports = sampleReports(new Date(receivedAt - 4_000));
  const entity = sampleEntity('payments-platform');
  const before = receivedAt - 180_000;
  const last = {
    body: sampleReports(new Date(before - 4_000)).violated,
    receivedAt: before,
  };
  const without = (
    name: string,
    report: ReportState['report'],
    claim: Claim,
  ): ReportState => ({ name, entity, report, ...wordsOf(claim) });
  return [
    ...Object.entries(CLAIMS).map(([key, claim]): ReportState => {
      const name = nameOf(key);
      const body = reports[name];
      return {
        name,
        entity: entityOf(name, body),
        report: { kind: 'answered', last: { body, receivedAt } },
        ...wordsOf(claim),
      };
    }),
    without(
      'failed',
      { kind: 'failed', status: 503, last },
      {
        both: [
          'The report cannot be updated',
          'The label contract backend answered 503. You see the last report.',
          'Last report 3 min ago',
          '3 min ago: 2 of 3 workloads visible, 1 partly',
          '3 min ago: 3 of 3 pods ready',
          'Violated',
          'Try again',
        ],
        neither: ['oc patch'],
      },
    ),
    without(
      'failedWithoutLast',
      { kind: 'failed' },
      {
        both: [
          'The report cannot be loaded',
          'The label contract backend does not answer.',
          'Try again',
        ],
        neither: ['Unknown', 'Last report', 'last report'],
      },
    ),
    without(
      'forbidden',
      { kind: 'forbidden' },
      {
        both: [
          'You may not see this report',
          'label-contract.report.read',
          'This says nothing about the service itself.',
        ],
        neither: ['Contract', 'Open label contract', 'Try again'],
      },
    ),
    without(
      'notFound',
      { kind: 'not-found' },
      { both: ['There is no report for this entity'] },
    ),
    without('loading', { kind: 'loading' }, { both: ['Loading the report'] }),
  ];
}

function nameOf(key: string): SampleName {
  const names = Object.keys(CLAIMS);
  if (!names.includes(key)) {
    throw new Error(`There is no sample report '${key}'`);
  }
  return key as SampleName;
}

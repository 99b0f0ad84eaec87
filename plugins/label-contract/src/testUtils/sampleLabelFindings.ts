import {
  Fix,
  KUBERNETES_ID,
  Level,
  ManagerFacts,
  PatchableLevel,
  WorkloadKind,
  WorkloadRef,
  WrongLevel,
} from '@portal-operations/plugin-label-contract-common';
import { LabelFinding } from '../words/describeLabel';
import { MessageKey } from './MessageKey';

const shouldBe = 'payments-platform';

/** A workload of the samples. */
export function sampleWorkload(kind: WorkloadKind, name: string): WorkloadRef {
  return {
    cluster: 'prod-east',
    namespace: 'payments-team',
    kind,
    name,
    uid: `uid-of-${name}`,
  };
}

const gateway = sampleWorkload('Deployment', 'payments-gateway');
const ledger = sampleWorkload('StatefulSet', 'payments-ledger');
const report = sampleWorkload('CronJob', 'payments-report');
const agent = sampleWorkload('DaemonSet', 'payments-agent');

const argoCd: ManagerFacts = {
  tool: 'argo-cd',
  ref: 'payments',
  selfHeals: false,
};
const helm: ManagerFacts = { tool: 'helm', ref: 'payments-team/payments' };

const common = { severity: 'error', evidence: 'exact', owner: 'ops' } as const;

function wrong(levels: readonly Level[], is?: string): WrongLevel[] {
  return levels.map(level => ({ level, key: KUBERNETES_ID, is, shouldBe }));
}

function aboutLabel(
  workload: WorkloadRef,
  options: { is?: string; hiddenPods?: number } = {},
) {
  const { is, hiddenPods = 1 } = options;
  return {
    workload: workload.name,
    key: KUBERNETES_ID,
    is,
    shouldBe,
    hiddenPods,
  };
}

function setting(
  workload: WorkloadRef,
  levels: readonly PatchableLevel[],
): Extract<Fix, { kind: 'set-label' }> {
  return {
    kind: 'set-label',
    workload,
    levels,
    key: KUBERNETES_ID,
    value: shouldBe,
    replacesPods: levels.includes('pod-template') ? 2 : 0,
  };
}

/** One finding for each thing that can be said about the labels of a workload, of all sorts of kinds. */
export function sampleLabelFindings(): Record<
  MessageKey<LabelFinding>,
  LabelFinding
> {
  return {
    'label-matches-claim/value-is-workload-name': {
      ...common,
      rule: 'label-matches-claim',
      subject: gateway,
      levels: wrong(['pod-template', 'pods'], 'payments-gateway'),
      message: {
        id: 'value-is-workload-name',
        values: {
          ...aboutLabel(gateway, { is: 'payments-gateway' }),
          lost: {
            from: '2026-01-05T10:40:00.000Z',
            to: '2026-01-05T10:42:00.000Z',
          },
          manager: 'kubectl-patch',
        },
      },
      fixes: [
        { kind: 'sync', workload: gateway, manager: argoCd },
        {
          ...setting(gateway, ['pod-template']),
          reverted: { when: 'at-next-sync', manager: argoCd },
        },
      ],
    },
    'label-matches-claim/value-differs': {
      ...common,
      rule: 'label-matches-claim',
      subject: ledger,
      levels: wrong(['object', 'pod-template', 'pods'], 'payment-platform'),
      message: {
        id: 'value-differs',
        values: aboutLabel(ledger, { is: 'payment-platform', hiddenPods: 3 }),
      },
      fixes: [
        {
          kind: 'edit-source',
          workload: ledger,
          manager: helm,
          levels: ['object', 'pod-template'],
          key: KUBERNETES_ID,
          value: shouldBe,
          then: 'release',
        },
        {
          ...setting(ledger, ['object', 'pod-template']),
          reverted: { when: 'at-next-release', manager: helm },
        },
      ],
    },
    'label-key-spelled/nearly': {
      ...common,
      rule: 'label-key-spelled',
      subject: agent,
      levels: wrong(['pod-template', 'pods']),
      message: {
        id: 'nearly',
        values: {
          ...aboutLabel(agent, { hiddenPods: 6 }),
          misspelt: 'backstage.io/kubernets-id',
        },
      },
      fixes: [
        setting(agent, ['pod-template']),
        {
          kind: 'remove-label',
          workload: agent,
          levels: ['object', 'pod-template'],
          key: 'backstage.io/kubernets-id',
          under: 'labels',
        },
      ],
    },
    'label-is-a-label/is-an-annotation': {
      ...common,
      rule: 'label-is-a-label',
      subject: ledger,
      levels: wrong(['object', 'pod-template']),
      message: {
        id: 'is-an-annotation',
        values: { ...aboutLabel(ledger), annotation: KUBERNETES_ID },
      },
      fixes: [
        setting(ledger, ['object', 'pod-template']),
        {
          kind: 'remove-label',
          workload: ledger,
          levels: ['object'],
          key: KUBERNETES_ID,
          under: 'annotations',
        },
      ],
    },
    'label-present/was-there': {
      ...common,
      rule: 'label-present',
      subject: gateway,
      levels: wrong(['object', 'pod-template', 'pods']),
      message: {
        id: 'was-there',
        values: {
          ...aboutLabel(gateway),
          lost: {
            from: '2026-01-05T10:42:00.000Z',
            to: '2026-01-05T10:42:00.000Z',
          },
        },
      },
      fixes: [setting(gateway, ['object', 'pod-template'])],
    },
    'label-present/missing': {
      ...common,
      severity: 'warning',
      evidence: 'strong',
      rule: 'label-present',
      subject: gateway,
      levels: wrong(['object', 'pod-template', 'pods']),
      message: {
        id: 'missing',
        values: aboutLabel(gateway, { hiddenPods: 0 }),
      },
      fixes: [setting(gateway, ['object', 'pod-template'])],
    },
    'label-on-pod-template/missing': {
      ...common,
      rule: 'label-on-pod-template',
      subject: ledger,
      levels: wrong(['pod-template', 'pods']),
      message: { id: 'missing', values: aboutLabel(ledger, { hiddenPods: 3 }) },
      fixes: [
        {
          ...setting(ledger, ['pod-template']),
          replacesPods: 0,
          pods: ['payments-ledger-0', 'payments-ledger-1', 'payments-ledger-2'],
        },
      ],
    },
    'label-on-object/missing': {
      ...common,
      rule: 'label-on-object',
      subject: ledger,
      levels: wrong(['object']),
      message: { id: 'missing', values: aboutLabel(ledger) },
      fixes: [setting(ledger, ['object'])],
    },
    'label-on-every-cron-level/missing': {
      ...common,
      rule: 'label-on-every-cron-level',
      subject: report,
      levels: wrong(['job-template', 'pod-template']),
      message: { id: 'missing', values: aboutLabel(report, { hiddenPods: 0 }) },
      fixes: [
        {
          ...setting(report, ['job-template', 'pod-template']),
          replacesPods: 0,
        },
      ],
    },
    'label-outside-selector/in-selector': {
      ...common,
      severity: 'warning',
      rule: 'label-outside-selector',
      subject: ledger,
      levels: [],
      message: {
        id: 'in-selector',
        values: aboutLabel(ledger, { is: shouldBe, hiddenPods: 0 }),
      },
      fixes: [
        {
          kind: 'recreate-workload',
          workload: ledger,
          levels: ['pod-template'],
          key: KUBERNETES_ID,
          value: shouldBe,
          how: 'orphan',
        },
        {
          kind: 'recreate-workload',
          workload: ledger,
          levels: ['pod-template'],
          key: KUBERNETES_ID,
          value: shouldBe,
          how: 'downtime',
          reverted: {
            when: 'within-seconds',
            manager: {
              tool: 'flux',
              ref: 'flux-system/payments',
              fluxKind: 'HelmRelease',
            },
          },
        },
      ],
    },
    'pods-follow-template/paused': aHolding('paused', {
      kind: 'roll-pods',
      workload: gateway,
      how: 'resume-rollout',
      pods: ['payments-gateway-1', 'payments-gateway-2'],
    }),
    'pods-follow-template/deadline': aHolding('deadline', {
      kind: 'roll-pods',
      workload: gateway,
      how: 'restart',
      pods: ['payments-gateway-1'],
    }),
    'pods-follow-template/on-delete': aHolding('on-delete', {
      kind: 'roll-pods',
      workload: agent,
      how: 'delete-pods',
      pods: ['payments-agent-1', 'payments-agent-2'],
    }),
    'pods-follow-template/partition': aHolding('partition', {
      kind: 'roll-pods',
      workload: ledger,
      how: 'delete-pods',
      pods: ['payments-ledger-0'],
    }),
    'pods-follow-template/changed-by-hand': aHolding('changed-by-hand', {
      kind: 'label-pods',
      workload: gateway,
      pods: ['payments-gateway-1'],
      key: KUBERNETES_ID,
      value: shouldBe,
    }),
    'companions-labelled/missing': {
      ...common,
      severity: 'info',
      rule: 'companions-labelled',
      subject: gateway,
      levels: [],
      message: {
        id: 'missing',
        values: {
          workload: gateway.name,
          key: KUBERNETES_ID,
          shouldBe,
          companions: [
            { kind: 'Service', name: 'payments-gateway' },
            { kind: 'Ingress', name: 'payments' },
            { kind: 'HorizontalPodAutoscaler', name: 'payments-gateway' },
          ],
        },
      },
      fixes: [],
    },
  };
}

type HoldingFinding = Extract<LabelFinding, { rule: 'pods-follow-template' }>;

function aHolding(
  id: HoldingFinding['message']['id'],
  fix: Extract<Fix, { kind: 'roll-pods' | 'label-pods' }>,
): HoldingFinding {
  const { workload } = fix;
  return {
    ...common,
    rule: 'pods-follow-template',
    subject: workload,
    levels: wrong(['pods'], 'payments'),
    message: {
      id,
      values: {
        ...aboutLabel(workload, {
          is: 'payments',
          hiddenPods: fix.pods.length,
        }),
        pods: fix.pods.length,
      },
    },
    fixes: [fix],
  };
}

import {
  ClaimFinding,
  Fix,
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '@portal-operations/plugin-label-contract-common';
import { MessageKey } from './MessageKey';

const entityRef = 'component:default/payments-platform';

const common = {
  severity: 'error',
  evidence: 'exact',
  subject: { kind: 'Entity', entityRef, name: 'payments-platform' },
  owner: 'catalog',
  levels: [],
} as const;

const byId = { key: KUBERNETES_ID, value: 'payments-platform', problem: '' };
const bySelector = {
  key: KUBERNETES_LABEL_SELECTOR,
  value: 'app=payments',
  problem: '',
};
const byNamespace = {
  key: KUBERNETES_NAMESPACE,
  value: 'payments-prod',
  problem: '',
};
const hidden = { workloads: 3, hiddenPods: 5 };
const lost = {
  from: '2026-01-05T10:40:00.000Z',
  to: '2026-01-05T10:42:00.000Z',
};

function editing(change: {
  set?: Record<string, string>;
  remove?: readonly string[];
}): Fix {
  const { set = {}, remove = [] } = change;
  return { kind: 'edit-annotations', entityRef, set, remove };
}

const tellOwner: Fix = {
  kind: 'tell-owner',
  owner: 'group:default/payments-team',
};

/** One finding for each thing that can be said about what a catalog file claims. */
export function sampleClaimFindings(): Record<
  MessageKey<ClaimFinding>,
  ClaimFinding
> {
  return {
    'kind-asked-for/some-hidden': {
      ...common,
      owner: 'ops',
      severity: 'warning',
      rule: 'kind-asked-for',
      message: {
        id: 'some-hidden',
        values: {
          workloads: ['payments-ledger'],
          kinds: ['StatefulSet'],
          hiddenPods: 3,
        },
      },
      fixes: [
        {
          kind: 'edit-config',
          path: 'kubernetes.objectTypes',
          value: 'statefulsets',
        },
      ],
    },
    'kind-asked-for/nothing-visible': {
      ...common,
      owner: 'ops',
      rule: 'kind-asked-for',
      message: {
        id: 'nothing-visible',
        values: {
          workloads: ['payments-canary', 'payments-web'],
          kinds: ['Rollout'],
          hiddenPods: 4,
        },
      },
      fixes: [
        {
          kind: 'edit-config',
          path: 'kubernetes.customResources',
          value: {
            group: 'argoproj.io',
            apiVersion: 'v1alpha1',
            plural: 'rollouts',
          },
        },
      ],
    },
    'kind-drawn/some-hidden': {
      ...common,
      owner: 'ops',
      severity: 'info',
      rule: 'kind-drawn',
      message: {
        id: 'some-hidden',
        values: {
          workloads: ['payments-migrate'],
          kinds: ['Job'],
          hiddenPods: 1,
        },
      },
      fixes: [tellOwner],
    },
    'kind-drawn/nothing-visible': {
      ...common,
      owner: 'ops',
      rule: 'kind-drawn',
      message: {
        id: 'nothing-visible',
        values: {
          workloads: ['debug-1', 'debug-2', 'debug-3', 'debug-4'],
          kinds: ['Pod'],
          hiddenPods: 4,
        },
      },
      fixes: [tellOwner],
    },
    'claim-present/workloads-carry-name': {
      ...common,
      rule: 'claim-present',
      message: { id: 'workloads-carry-name', values: { ...byId, ...hidden } },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments-platform' } })],
    },
    'claim-value-valid/refused': {
      ...common,
      rule: 'claim-value-valid',
      message: {
        id: 'refused',
        values: {
          ...byId,
          value: 'payments/platform',
          problem: 'A label value has no slash',
        },
      },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments-platform' } })],
    },
    'claim-value-valid/several': {
      ...common,
      rule: 'claim-value-valid',
      message: { id: 'several', values: { ...byId, value: 'pay,orders' } },
      fixes: [
        editing({
          set: {
            [KUBERNETES_LABEL_SELECTOR]: `${KUBERNETES_ID} in (pay, orders)`,
          },
          remove: [KUBERNETES_ID],
        }),
      ],
    },
    'claim-value-valid/not-an-id': {
      ...common,
      rule: 'claim-value-valid',
      message: { id: 'not-an-id', values: { ...byId, value: '=payments' } },
      fixes: [],
    },
    'claim-value-valid/blanks-around': {
      ...common,
      severity: 'info',
      rule: 'claim-value-valid',
      message: {
        id: 'blanks-around',
        values: { ...byId, value: ' payments ' },
      },
      fixes: [],
    },
    'claim-selector-valid/refused': {
      ...common,
      rule: 'claim-selector-valid',
      message: {
        id: 'refused',
        values: {
          ...bySelector,
          value: 'app in payments',
          problem: 'After “in” a list in brackets is expected',
        },
      },
      fixes: [],
    },
    'claim-selector-narrow/matches-everything': {
      ...common,
      rule: 'claim-selector-narrow',
      message: {
        id: 'matches-everything',
        values: { ...bySelector, value: ' ' },
      },
      fixes: [editing({ remove: [KUBERNETES_LABEL_SELECTOR] })],
    },
    'claim-selector-narrow/names-no-value': {
      ...common,
      severity: 'warning',
      rule: 'claim-selector-narrow',
      message: {
        id: 'names-no-value',
        values: { ...bySelector, value: '!canary' },
      },
      fixes: [],
    },
    'claim-selector-narrow/several-owners': {
      ...common,
      severity: 'warning',
      rule: 'claim-selector-narrow',
      message: {
        id: 'several-owners',
        values: {
          ...bySelector,
          namespaces: ['desk-team', 'inventory-team', 'payments-team', 'shop'],
          owners: 3,
        },
      },
      fixes: [],
    },
    'claim-selector-stable/made-by-controller': {
      ...common,
      severity: 'warning',
      rule: 'claim-selector-stable',
      message: {
        id: 'made-by-controller',
        values: { ...bySelector, label: 'pod-template-hash' },
      },
      fixes: [],
    },
    'claim-selector-stable/changes-with-version': {
      ...common,
      severity: 'warning',
      rule: 'claim-selector-stable',
      message: {
        id: 'changes-with-version',
        values: { ...bySelector, label: 'app.kubernetes.io/version' },
      },
      fixes: [],
    },
    'claim-selector-stable/written-by-argo-cd': {
      ...common,
      severity: 'warning',
      rule: 'claim-selector-stable',
      message: {
        id: 'written-by-argo-cd',
        values: { ...bySelector, label: 'app.kubernetes.io/instance' },
      },
      fixes: [],
    },
    'claim-unique/another-bears-the-name': {
      ...common,
      rule: 'claim-unique',
      message: {
        id: 'another-bears-the-name',
        values: {
          ...byId,
          value: 'inventory-system',
          workloads: 4,
          others: 1,
          kinds: ['component'],
          entities: ['component:default/inventory-system'],
        },
      },
      fixes: [editing({ remove: [KUBERNETES_ID] })],
    },
    'claim-unique/undecided': {
      ...common,
      rule: 'claim-unique',
      message: {
        id: 'undecided',
        values: {
          ...byId,
          value: 'pay',
          workloads: 1,
          others: 3,
          kinds: ['component'],
          entities: ['component:default/checkout-web'],
        },
      },
      fixes: [tellOwner],
    },
    'claim-in-existing-place/namespace-illegal': {
      ...common,
      rule: 'claim-in-existing-place',
      message: {
        id: 'namespace-illegal',
        values: { ...byNamespace, value: 'payments,orders', known: [] },
      },
      fixes: [editing({ remove: [KUBERNETES_NAMESPACE] })],
    },
    'claim-in-existing-place/cluster-unknown': {
      ...common,
      rule: 'claim-in-existing-place',
      message: {
        id: 'cluster-unknown',
        values: {
          key: KUBERNETES_CLUSTER,
          value: 'Prod-East',
          problem: '',
          known: ['prod-east', 'prod-west'],
        },
      },
      fixes: [editing({ set: { [KUBERNETES_CLUSTER]: 'prod-east' } })],
    },
    'claim-in-existing-place/no-cluster-related': {
      ...common,
      rule: 'claim-in-existing-place',
      message: {
        id: 'no-cluster-related',
        values: {
          key: 'spec.dependsOn',
          value: '',
          problem: '',
          known: ['dev', 'prod-east', 'prod-north', 'prod-south', 'prod-west'],
        },
      },
      fixes: [
        {
          kind: 'relate-cluster',
          entityRef,
          cluster: 'prod-east',
          resourceRef: 'resource:default/prod-east',
        },
      ],
    },
    'claim-in-existing-place/namespace-missing': {
      ...common,
      rule: 'claim-in-existing-place',
      message: {
        id: 'namespace-missing',
        values: { ...byNamespace, namespaces: ['payments-team'] },
      },
      fixes: [editing({ set: { [KUBERNETES_NAMESPACE]: 'payments-team' } })],
    },
    'claim-kept/workloads-stayed': {
      ...common,
      rule: 'claim-kept',
      message: {
        id: 'workloads-stayed',
        values: {
          ...byId,
          ...hidden,
          before: 'payments',
          until: '2026-01-05T10:42:00.000Z',
        },
      },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments' } })],
    },
    'claim-finds-workloads/finds-nothing': {
      ...common,
      severity: 'warning',
      owner: 'team',
      rule: 'claim-finds-workloads',
      message: { id: 'finds-nothing', values: byId },
      fixes: [tellOwner],
    },
    'claim-finds-workloads/removed': {
      ...common,
      owner: 'team',
      rule: 'claim-finds-workloads',
      message: {
        id: 'removed',
        values: { ...byId, since: '2026-01-05T10:42:00.000Z', workloads: 3 },
      },
      fixes: [tellOwner],
    },
    'claim-on-component/component-lacks-it': {
      ...common,
      severity: 'info',
      subject: {
        kind: 'Entity',
        entityRef: 'api:default/payments-api',
        name: 'payments-api',
      },
      rule: 'claim-on-component',
      message: {
        id: 'component-lacks-it',
        values: { ...byId, component: entityRef },
      },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments-platform' } })],
    },
    'label-in-claimed-place/only-elsewhere': {
      ...common,
      rule: 'label-in-claimed-place',
      message: {
        id: 'only-elsewhere',
        values: {
          ...byNamespace,
          ...hidden,
          clusters: ['prod-east'],
          namespaces: ['payments-team'],
        },
      },
      fixes: [editing({ set: { [KUBERNETES_NAMESPACE]: 'payments-team' } })],
    },
    'label-in-claimed-place/also-elsewhere': {
      ...common,
      severity: 'info',
      rule: 'label-in-claimed-place',
      message: {
        id: 'also-elsewhere',
        values: {
          ...byNamespace,
          workloads: 1,
          hiddenPods: 1,
          clusters: ['prod-east', 'prod-west'],
          namespaces: ['payments-staging'],
        },
      },
      fixes: [],
    },
    'claim-not-shadowed/hides-workloads': {
      ...common,
      rule: 'claim-not-shadowed',
      message: { id: 'hides-workloads', values: { ...byId, workloads: 2 } },
      fixes: [editing({ remove: [KUBERNETES_LABEL_SELECTOR] })],
    },
    'claim-not-shadowed/is-ignored': {
      ...common,
      severity: 'warning',
      rule: 'claim-not-shadowed',
      message: { id: 'is-ignored', values: { ...byId, workloads: 0 } },
      fixes: [editing({ remove: [KUBERNETES_ID] })],
    },
    'label-matches-claim/workloads-carry-entity-name': {
      ...common,
      rule: 'label-matches-claim',
      message: {
        id: 'workloads-carry-entity-name',
        values: {
          ...byId,
          value: 'payment',
          found: 'payments-platform',
          workloads: 3,
        },
      },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments-platform' } })],
    },
    'label-matches-claim/workloads-agree': {
      ...common,
      rule: 'label-matches-claim',
      message: {
        id: 'workloads-agree',
        values: { ...byId, value: 'payment', found: 'payments', workloads: 1 },
      },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments' } })],
    },
    'label-is-a-label/entity-label': {
      ...common,
      rule: 'label-is-a-label',
      message: { id: 'entity-label', values: byId },
      fixes: [editing({ set: { [KUBERNETES_ID]: 'payments-platform' } })],
    },
    'label-kept/handed-over': {
      ...common,
      severity: 'info',
      owner: 'nobody',
      rule: 'label-kept',
      message: {
        id: 'handed-over',
        values: {
          key: KUBERNETES_ID,
          value: 'payments-platform',
          workloads: ['payments-team/payments-gateway'],
          lost: { from: lost.to, to: lost.to },
          manager: 'argocd-controller',
        },
      },
      fixes: [],
    },
    'label-kept/taken-over': {
      ...common,
      owner: 'ops',
      rule: 'label-kept',
      message: {
        id: 'taken-over',
        values: {
          key: KUBERNETES_ID,
          value: 'payments-platform',
          workloads: [
            'payments-team/payments-api',
            'payments-team/payments-gateway',
          ],
          lost,
        },
      },
      fixes: [tellOwner],
    },
  };
}

import { WATCHED_KINDS } from '@portal-operations/plugin-label-contract-common';
import {
  count,
  flag,
  listOf,
  mapOf,
  moment,
  oneOf,
  record,
  ref,
  Schema,
  text,
  texts,
  values,
} from './schema';

const undecided = ['not-applicable', 'unknown'];

function verdict(words: readonly string[]): Schema {
  return record(
    { verdict: oneOf([...words, ...undecided]) },
    {
      reason: oneOf([
        'opted-out',
        'no-claim',
        'not-deployed',
        'not-drawn',
        'claim-broken',
        'removed',
        'syncing',
        'cluster-not-read',
      ]),
      since: moment,
    },
  );
}

/** What several answers are made of. */
export const sharedSchemas: Readonly<Record<string, Schema>> = {
  Error: record(
    {
      error: record({ name: text, message: text }),
      response: record({ statusCode: count }),
    },
    { request: record({ method: text, url: text }) },
  ),

  WorkloadRef: record({
    cluster: text,
    namespace: text,
    kind: text,
    name: text,
    uid: text,
  }),

  EntitySubject: record({
    kind: oneOf(['Entity']),
    entityRef: text,
    name: text,
  }),

  ClusterSubject: record({ kind: oneOf(['Cluster']), name: text }),

  ContractVerdict: verdict(['met', 'violated']),

  HealthVerdict: verdict([
    'healthy',
    'progressing',
    'failing',
    'nothing-running',
  ]),

  Visible: record({ count, partly: count, of: count }),

  Pods: record({ ready: count, of: count }),

  Evidence: oneOf(['exact', 'strong', 'weak']),

  Sign: {
    type: 'object',
    description: 'What speaks for it; what else it says depends on its id.',
    properties: { id: text },
    required: ['id'],
    additionalProperties: true,
  },

  Level: oneOf(['object', 'job-template', 'pod-template', 'pods']),

  Fix: {
    type: 'object',
    description: 'What can be done; what else it says depends on its kind.',
    properties: {
      kind: oneOf([
        'set-label',
        'remove-label',
        'label-pods',
        'roll-pods',
        'recreate-workload',
        'edit-annotations',
        'relate-cluster',
        'edit-config',
        'grant-read',
        'sync',
        'edit-source',
        'tell-owner',
      ]),
    },
    required: ['kind'],
    additionalProperties: true,
  },

  Finding: {
    ...record({
      rule: {
        type: 'string',
        description: 'Id of the rule that is not kept.',
        pattern: '^[a-z]+(-[a-z]+)*$',
      },
      severity: oneOf(['error', 'warning', 'info']),
      evidence: ref('Evidence'),
      subject: {
        anyOf: [
          ref('WorkloadRef'),
          ref('EntitySubject'),
          ref('ClusterSubject'),
        ],
      },
      owner: {
        type: 'string',
        description: 'Who acts.',
        enum: ['ops', 'team', 'catalog', 'nobody'],
      },
      levels: listOf(
        record(
          { level: ref('Level'), key: text },
          { is: text, shouldBe: text },
        ),
      ),
      message: record({ id: text, values }),
      fixes: listOf(ref('Fix')),
    }),
  },

  WatchProblem: record(
    {
      reason: oneOf([
        'unreachable',
        'unauthorized',
        'forbidden',
        'not-served',
        'no-background-access',
      ]),
      message: text,
    },
    { nextTryAt: moment },
  ),

  WatchState: record(
    { kind: oneOf(['syncing', 'live', 'stale', 'dark']) },
    { asOf: moment, since: moment, problem: ref('WatchProblem') },
  ),

  Watches: mapOf(ref('WatchState')),

  WatchedKind: oneOf(WATCHED_KINDS),

  IncompleteCluster: record(
    { cluster: text, reason: text },
    { since: moment, kinds: listOf(ref('WatchedKind')) },
  ),

  Between: {
    ...record({ from: moment, to: moment }),
    description:
      'The last observation before, and the first after; the same where a watch saw it happen.',
  },

  ClusterFreshness: record({ name: text, state: ref('WatchState') }),

  Manager: record(
    {
      tool: oneOf(['argo-cd', 'helm', 'flux', 'olm', 'operator']),
      ref: text,
    },
    {
      selfHeals: flag,
      isOutOfSync: flag,
      fluxKind: oneOf(['Kustomization', 'HelmRelease']),
    },
  ),

  Claim: record({ query: text }, { id: text, namespace: text }),

  Texts: texts,
};

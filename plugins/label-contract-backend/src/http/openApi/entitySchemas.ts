import {
  count,
  flag,
  listOf,
  moment,
  oneOf,
  record,
  ref,
  Schema,
  text,
  texts,
  values,
} from './schema';

const levelLabel = record({ matches: flag, key: text }, { value: text });

const health = oneOf(['healthy', 'progressing', 'failing', 'nothing-running']);

/** The answers about one entity. */
export const entitySchemas: Readonly<Record<string, Schema>> = {
  EntityReport: record(
    {
      entityRef: text,
      contract: ref('ContractVerdict'),
      health: ref('HealthVerdict'),
      visible: ref('Visible'),
      pods: ref('Pods'),
      workloads: listOf(ref('WorkloadReport')),
      nearMisses: listOf(ref('NearMissReport')),
      hints: listOf(
        record({ ref: ref('WorkloadRef'), signs: listOf(ref('Sign')) }),
      ),
      findings: listOf(ref('Finding')),
      gates: listOf(ref('GateReport')),
      notChecked: listOf(
        record({ rule: text, why: record({ id: text, values }) }),
      ),
      incomplete: listOf(ref('IncompleteCluster')),
      access: listOf(ref('Finding')),
      clusters: listOf(ref('ClusterFreshness')),
    },
    { entityOwner: text, claim: ref('Claim') },
  ),

  WorkloadLevels: record(
    {
      object: levelLabel,
      podTemplate: levelLabel,
      pods: record({
        matching: count,
        of: count,
        otherValues: {
          type: 'array',
          description: 'null where a pod has no such label.',
          items: { type: 'string', nullable: true },
        },
      }),
    },
    { jobTemplate: levelLabel },
  ),

  WorkloadReport: record(
    {
      ref: ref('WorkloadRef'),
      visibility: oneOf(['visible', 'partly']),
      levels: ref('WorkloadLevels'),
      pods: ref('Pods'),
      health,
    },
    {
      hiddenBecause: oneOf([
        'labels',
        'tab-fails',
        'not-drawn',
        'not-asked-for',
        'not-readable',
        'row-only',
      ]),
      managedBy: ref('Manager'),
    },
  ),

  NearMissReport: record({
    ref: ref('WorkloadRef'),
    evidence: ref('Evidence'),
    signs: listOf(ref('Sign')),
    levels: ref('WorkloadLevels'),
    pods: ref('Pods'),
    health,
  }),

  GateReport: record(
    {
      gate: oneOf(['tab', 'cluster', 'query', 'view']),
      state: oneOf(['open', 'partly', 'closed', 'unknown']),
      reason: record({ id: text, values }),
      holdsBack: texts,
    },
    {
      shell: record({
        shell: text,
        state: oneOf(['closed']),
        reason: record({ id: text, values }),
      }),
    },
  ),

  EntityHistory: record(
    {
      entityRef: text,
      since: moment,
      transitions: listOf({
        anyOf: [ref('WorkloadTransition'), ref('ClaimTransition')],
      }),
      isCut: flag,
    },
    { unavailable: text },
  ),

  WorkloadTransition: record({
    kind: oneOf(['entered', 'left']),
    workload: ref('WorkloadRef'),
    because: record(
      { id: oneOf(['created', 'deleted', 'label']) },
      {
        level: ref('Level'),
        key: text,
        was: text,
        is: text,
        manager: text,
      },
    ),
    between: ref('Between'),
  }),

  ClaimTransition: record(
    { kind: oneOf(['claim']), between: ref('Between') },
    { was: text, is: text },
  ),
};

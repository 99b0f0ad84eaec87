import {
  HealthFinding,
  WorkloadRef,
} from '@portal-operations/plugin-label-contract-common';

/** Names of the samples: one for each thing that a health rule can say. */
export type SampleHealthFinding =
  | 'quota'
  | 'unnamedQuota'
  | 'podSecurity'
  | 'constraint'
  | 'limitRange'
  | 'policy'
  | 'webhook'
  | 'refused'
  | 'unschedulable'
  | 'lostNode'
  | 'unknownNode'
  | 'closedGate'
  | 'image'
  | 'newImage'
  | 'invalidImage'
  | 'missingSecret'
  | 'missingKey'
  | 'refusedConfiguration'
  | 'failingInit'
  | 'hangingInit'
  | 'memory'
  | 'unlimitedMemory'
  | 'probes';

const subject: WorkloadRef = {
  cluster: 'workshop',
  namespace: 'desk-team',
  kind: 'Deployment',
  name: 'ticket-desk',
  uid: 'uid-of-ticket-desk',
};
const workload = subject.name;
const container = 'desk';

const common = {
  severity: 'error',
  evidence: 'exact',
  subject,
  levels: [],
  fixes: [{ kind: 'tell-owner' }],
} as const;
const forTeam = { ...common, owner: 'team' } as const;
const forOps = { ...common, owner: 'ops' } as const;

type AdmissionFinding = Extract<HealthFinding, { rule: 'admission-accepts' }>;

function aRefusal(
  id: AdmissionFinding['message']['id'],
  values: { by?: string; words: string },
): AdmissionFinding {
  return {
    ...(id === 'webhook-fails' ? forOps : forTeam),
    rule: 'admission-accepts',
    message: { id, values: { workload, ...values } },
  };
}

function anImage(
  options: { isNewRevision: boolean } | { isInvalid: true },
): HealthFinding {
  return {
    ...forTeam,
    rule: 'image-pullable',
    message:
      'isInvalid' in options
        ? {
            id: 'invalid-name',
            values: {
              workload,
              container,
              image: 'Desk:v2',
              isNewRevision: false,
              words: 'couldn’t parse image name',
            },
          }
        : {
            id: 'not-pulled',
            values: {
              workload,
              container,
              image: 'registry.test/desk:v2',
              isNewRevision: options.isNewRevision,
              words: 'manifest unknown',
            },
          },
  };
}

/** One finding for each thing that can be said about how a workload runs. */
export function sampleHealthFindings(): Record<
  SampleHealthFinding,
  HealthFinding
> {
  return {
    quota: {
      ...forOps,
      rule: 'quota-suffices',
      message: {
        id: 'quota-exceeded',
        values: {
          workload,
          quota: 'team-limits',
          words: 'exceeded quota: team-limits',
        },
      },
    },
    unnamedQuota: {
      ...forOps,
      rule: 'quota-suffices',
      message: {
        id: 'quota-exceeded',
        values: { workload, words: 'exceeded quota' },
      },
    },
    podSecurity: aRefusal('pod-security', {
      by: 'restricted:latest',
      words: 'violates PodSecurity',
    }),
    constraint: aRefusal('security-context-constraint', {
      words: 'unable to validate',
    }),
    limitRange: aRefusal('limit-range', { words: 'maximum memory usage' }),
    policy: aRefusal('policy', { by: 'no-latest', words: 'denied request' }),
    webhook: aRefusal('webhook-fails', {
      by: 'inject.mesh.test',
      words: 'failed calling webhook',
    }),
    refused: aRefusal('refused', { words: 'forbidden' }),
    unschedulable: {
      ...forOps,
      rule: 'pods-schedulable',
      message: {
        id: 'unschedulable',
        values: {
          workload,
          pods: 2,
          words: '0/3 nodes are available: 3 Insufficient memory.',
        },
      },
    },
    lostNode: {
      ...forOps,
      rule: 'node-serves-pods',
      message: {
        id: 'node-not-ready',
        values: { workload, pods: 1, node: 'worker-2' },
      },
    },
    unknownNode: {
      ...forOps,
      rule: 'node-serves-pods',
      message: { id: 'node-not-ready', values: { workload, pods: 2 } },
    },
    closedGate: {
      ...forTeam,
      rule: 'node-serves-pods',
      message: {
        id: 'gate-closed',
        values: { workload, pods: 1, gate: 'example.test/registered' },
      },
    },
    image: anImage({ isNewRevision: false }),
    newImage: anImage({ isNewRevision: true }),
    invalidImage: anImage({ isInvalid: true }),
    missingSecret: {
      ...forTeam,
      rule: 'configuration-exists',
      message: {
        id: 'object-missing',
        values: {
          workload,
          container,
          kind: 'Secret',
          name: 'desk-database',
          words: 'secret "desk-database" not found',
        },
      },
    },
    missingKey: {
      ...forTeam,
      rule: 'configuration-exists',
      message: {
        id: 'key-missing',
        values: {
          workload,
          container,
          kind: 'ConfigMap',
          name: 'desk-settings',
          key: 'log.level',
          words: 'couldn’t find key',
        },
      },
    },
    refusedConfiguration: {
      ...forTeam,
      rule: 'configuration-exists',
      message: {
        id: 'refused',
        values: {
          workload,
          container,
          words: 'image will run as root',
        },
      },
    },
    failingInit: {
      ...forTeam,
      rule: 'init-containers-finish',
      message: {
        id: 'keeps-failing',
        values: {
          workload,
          container: 'migrate',
          restarts: 6,
          exitCode: 1,
          reason: 'Error',
        },
      },
    },
    hangingInit: {
      ...forTeam,
      rule: 'init-containers-finish',
      message: {
        id: 'still-running',
        values: { workload, container: 'migrate', restarts: 0 },
      },
    },
    memory: {
      ...forTeam,
      rule: 'memory-suffices',
      message: {
        id: 'out-of-memory',
        values: { workload, container, restarts: 3, limit: '512Mi' },
      },
    },
    unlimitedMemory: {
      ...forTeam,
      rule: 'memory-suffices',
      message: {
        id: 'out-of-memory',
        values: { workload, container, restarts: 1 },
      },
    },
    probes: {
      ...forTeam,
      rule: 'probes-pass',
      message: {
        id: 'not-ready',
        values: {
          workload,
          container,
          pods: 2,
          since: '2026-01-01T09:48:00.000Z',
        },
      },
    },
  };
}

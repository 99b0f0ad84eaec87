import {
  HealthFinding,
  WorkloadRef,
} from '@portal-operations/plugin-label-contract-common';
import { HealthFindingOf } from '../words/describeHealth';

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
  | 'unmountable'
  | 'unattachable'
  | 'missingSource'
  | 'unboundClaim'
  | 'missingService'
  | 'serviceElsewhere'
  | 'noEndpoints'
  | 'idleDependency'
  | 'failingDependency'
  | 'failedJob'
  | 'failedRun'
  | 'crashLoop'
  | 'crashingCronJob'
  | 'rollout'
  | 'givenUp'
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

type AdmissionFinding = HealthFindingOf<'admission-accepts'>;

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

function aVolume(
  id: HealthFindingOf<'volumes-mount'>['message']['id'],
  values: Pick<
    HealthFindingOf<'volumes-mount'>['message']['values'],
    'volume' | 'missing' | 'words'
  >,
): HealthFinding {
  return {
    ...forTeam,
    rule: 'volumes-mount',
    message: { id, values: { workload, pods: 1, ...values } },
  };
}

const database = {
  kind: 'StatefulSet',
  name: 'postgres',
  namespace: 'desk-team',
} as const;

function aDependency(
  id: HealthFindingOf<'dependency-exists'>['message']['id'],
  values: Partial<HealthFindingOf<'dependency-exists'>['message']['values']>,
): HealthFinding {
  return {
    ...forTeam,
    rule: 'dependency-exists',
    message: {
      id,
      values: {
        workload,
        container,
        pod: 'ticket-desk-5d8f-x2x9q',
        restarts: 14,
        exitCode: 1,
        reason: 'Error',
        host: 'postgres.desk-team',
        port: 5432,
        problem: 'not-found',
        service: 'postgres',
        namespace: 'desk-team',
        lines: ['FATAL: Cannot connect to database at postgres.desk-team:5432'],
        ...values,
      },
    },
  };
}

function aCrash(crashing: WorkloadRef): HealthFinding {
  return {
    ...forTeam,
    subject: crashing,
    rule: 'container-keeps-running',
    message: {
      id: 'keeps-crashing',
      values: {
        workload: crashing.name,
        container,
        restarts: 14,
        exitCode: 1,
        reason: 'Error',
        lines: ['reading /etc/desk/config.yaml', 'panic: no such file'],
      },
    },
  };
}

function aRollout(
  id: HealthFindingOf<'rollout-finishes'>['message']['id'],
  rolling: WorkloadRef,
): HealthFinding {
  return {
    ...forTeam,
    subject: rolling,
    rule: 'rollout-finishes',
    message: {
      id,
      values: {
        workload: rolling.name,
        reason: 'ProgressDeadlineExceeded',
        ready: 0,
        of: 2,
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
    unmountable: aVolume('not-mounted', {
      volume: 'uploads',
      words: 'mount failed: exit status 32',
    }),
    unattachable: aVolume('not-attached', { words: 'Multi-Attach error' }),
    missingSource: aVolume('source-missing', {
      missing: { kind: 'ConfigMap', name: 'desk-templates' },
      words: 'configmap "desk-templates" not found',
    }),
    unboundClaim: {
      ...aVolume('claim-unbound', {
        volume: 'desk-uploads',
        words: 'no storage class is set',
      }),
      owner: 'ops',
    },
    missingService: aDependency('service-missing', {}),
    serviceElsewhere: aDependency('other-namespace', {
      restarts: 0,
      elsewhere: ['database-team'],
    }),
    noEndpoints: aDependency('no-endpoints', {}),
    idleDependency: aDependency('no-endpoints', {
      behind: { ...database, isIdle: true },
    }),
    failingDependency: aDependency('no-endpoints', {
      behind: {
        ...database,
        isIdle: false,
        failure: { rule: 'volumes-mount', owner: 'ops' },
      },
    }),
    failedJob: {
      ...forTeam,
      subject: { ...subject, kind: 'Job', name: 'desk-import' },
      rule: 'job-completes',
      message: {
        id: 'job-failed',
        values: {
          workload: 'desk-import',
          job: 'desk-import',
          reason: 'BackoffLimitExceeded',
          at: '2026-01-01T09:12:00.000Z',
          words: 'Job has reached the specified backoff limit',
        },
      },
    },
    failedRun: {
      ...forTeam,
      subject: { ...subject, kind: 'CronJob', name: 'desk-report' },
      rule: 'job-completes',
      message: {
        id: 'run-failed',
        values: {
          workload: 'desk-report',
          job: 'desk-report-29437920',
          reason: 'DeadlineExceeded',
          at: '2026-01-01T09:12:00.000Z',
          lastSucceededAt: '2025-12-31T09:03:00.000Z',
          words: 'Job was active longer than specified deadline',
        },
      },
    },
    crashLoop: aCrash(subject),
    crashingCronJob: aCrash({
      ...subject,
      kind: 'CronJob',
      name: 'desk-report',
    }),
    rollout: aRollout('deadline-exceeded', subject),
    givenUp: aRollout('given-up', {
      ...subject,
      kind: 'DeploymentConfig',
    }),
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

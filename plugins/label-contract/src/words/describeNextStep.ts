import {
  FixTool,
  HealthFinding,
  WorkloadKind,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';

/** What comes next: what was ruled out, what to do, and the command that shows it. */
export interface NextStep {
  readonly checked?: string;
  readonly next: string;
  readonly command: string;
}

/** Kinds whose pods `logs` does not find by their name. */
const WITHOUT_LOGS: readonly WorkloadKind[] = [
  'CronJob',
  'DeploymentConfig',
  'Rollout',
];

/** What comes after a finding about how a workload runs. */
export function describeNextStep(
  options: { finding: HealthFinding; tool: FixTool },
  t: Translate,
): NextStep {
  const { finding, tool } = options;
  const { namespace, kind, name } = finding.subject;
  const object = `${lowerCase(kind)}/${name}`;
  const inNamespace = `-n ${namespace}`;
  const describe = `${tool} describe ${object} ${inNamespace}`;
  const eventsOf = (reason: string) =>
    `${tool} get events ${inNamespace} --field-selector reason=${reason}`;

  switch (finding.rule) {
    case 'quota-suffices':
      return {
        next: t('health.ticket.nextQuota'),
        command: `${tool} describe quota ${inNamespace}`,
      };
    case 'admission-accepts':
      return finding.message.id === 'webhook-fails'
        ? {
            next: t('health.ticket.nextWebhook'),
            command: `${tool} get validatingwebhookconfigurations,mutatingwebhookconfigurations`,
          }
        : { next: t('health.ticket.nextAdmission'), command: describe };
    case 'pods-schedulable':
      return {
        next: t('health.ticket.nextScheduling'),
        command: `${tool} describe nodes`,
      };
    case 'node-serves-pods': {
      const { node } = finding.message.values;
      return finding.message.id === 'gate-closed'
        ? {
            next: t('health.ticket.nextGate'),
            command: `${tool} get pods ${inNamespace} -o wide`,
          }
        : {
            next: t('health.ticket.nextNode'),
            command: node
              ? `${tool} describe node ${node}`
              : `${tool} get nodes`,
          };
    }
    case 'image-pullable':
      return {
        checked: t('health.ticket.checkedScheduled'),
        next: t('health.ticket.nextImage'),
        command: eventsOf('Failed'),
      };
    case 'configuration-exists': {
      const checked = t('health.ticket.checkedPulled');
      const { kind: missing, name: missed, key } = finding.message.values;
      if (!missing) {
        return {
          checked,
          next: t('health.ticket.nextConfiguration'),
          command: describe,
        };
      }
      const resource = lowerCase(missing);
      return {
        checked,
        next: t('health.ticket.nextObject'),
        // Describing a Secret lists its keys, and never their values.
        command: key
          ? `${tool} describe ${resource} ${missed} ${inNamespace}`
          : `${tool} get ${resource}s ${inNamespace}`,
      };
    }
    case 'init-containers-finish':
      return {
        checked: t('health.ticket.checkedStarts'),
        ...readLog(
          {
            finding,
            tool,
            isPrevious: finding.message.id === 'keeps-failing',
          },
          t,
        ),
      };
    case 'container-keeps-running':
      return {
        checked: t('health.ticket.checkedStarts'),
        ...readLog({ finding, tool, isPrevious: true }, t),
      };
    case 'dependency-exists': {
      const { values } = finding.message;
      const there = `-n ${values.namespace}`;
      return {
        checked: t('health.ticket.checkedStarts'),
        ...(finding.message.id === 'no-endpoints'
          ? {
              next: t('health.ticket.nextEndpoints'),
              command: `${tool} get endpointslices ${there} -l kubernetes.io/service-name=${values.service}`,
            }
          : {
              next: t('health.ticket.nextService'),
              command: `${tool} get services ${there}`,
            }),
      };
    }
    case 'volumes-mount':
      return {
        checked: t('health.ticket.checkedScheduled'),
        ...nextForVolume({ finding, tool }, t),
      };
    case 'job-completes': {
      const { job } = finding.message.values;
      return {
        next: t('health.ticket.nextJob'),
        command: `${tool} logs job/${job} ${inNamespace} --all-containers`,
      };
    }
    case 'rollout-finishes':
      return { next: t('health.ticket.nextPods'), command: describe };
    case 'memory-suffices': {
      const top = tool === 'oc' ? 'adm top' : 'top';
      return {
        checked: t('health.ticket.checkedStarts'),
        next: t('health.ticket.nextMemory'),
        command: `${tool} ${top} pods ${inNamespace} --containers`,
      };
    }
    case 'probes-pass':
      return {
        checked: t('health.ticket.checkedRuns'),
        next: t('health.ticket.nextProbes'),
        command: eventsOf('Unhealthy'),
      };
    default:
      return finding satisfies never;
  }
}

function readLog(
  options: {
    finding: HealthFindingOf<
      'init-containers-finish' | 'container-keeps-running'
    >;
    tool: FixTool;
    isPrevious: boolean;
  },
  t: Translate,
): NextStep {
  const { finding, tool, isPrevious } = options;
  const { namespace, kind, name } = finding.subject;
  const { container } = finding.message.values;
  if (WITHOUT_LOGS.includes(kind)) {
    return {
      next: t('health.ticket.nextPodLogs', { container }),
      command: `${tool} get pods -n ${namespace} --sort-by=.metadata.creationTimestamp`,
    };
  }
  const logs = `${tool} logs ${lowerCase(
    kind,
  )}/${name} -n ${namespace} -c ${container}`;
  return {
    next: t('health.ticket.nextLogs'),
    command: isPrevious ? `${logs} --previous` : logs,
  };
}

function nextForVolume(
  options: { finding: HealthFindingOf<'volumes-mount'>; tool: FixTool },
  t: Translate,
): NextStep {
  const { finding, tool } = options;
  const inNamespace = `-n ${finding.subject.namespace}`;
  const { missing, volume } = finding.message.values;
  if (missing) {
    return {
      next: t('health.ticket.nextObject'),
      command: `${tool} get ${lowerCase(missing.kind)}s ${inNamespace}`,
    };
  }
  if (finding.message.id === 'claim-unbound') {
    const claim = volume
      ? `describe persistentvolumeclaim ${volume}`
      : 'get persistentvolumeclaims';
    return {
      next: t('health.ticket.nextClaim'),
      command: `${tool} ${claim} ${inNamespace}`,
    };
  }
  const reason =
    finding.message.id === 'not-attached'
      ? 'FailedAttachVolume'
      : 'FailedMount';
  return {
    next: t('health.ticket.nextVolume'),
    command: `${tool} get events ${inNamespace} --field-selector reason=${reason}`,
  };
}

function lowerCase(kind: string): string {
  return kind.toLocaleLowerCase('en-US');
}

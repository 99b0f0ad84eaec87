import {
  FixTool,
  HealthFinding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeHealth, HealthFindingOf } from './describeHealth';

/** Findings whose ticket is made here; those of the crash loop and of the rollout have their own. */
type TicketFinding = Exclude<
  HealthFinding,
  HealthFindingOf<'container-keeps-running' | 'rollout-finishes'>
>;

/** What comes next: what was ruled out, what to do, and the command that shows it. */
interface Next {
  readonly checked?: string;
  readonly next: string;
  readonly command: string;
}

/** A ready ticket about how a workload runs: what fails where, Kubernetes' words, what to do next. */
export function describeHealthTicket(
  options: { finding: TicketFinding; tool: FixTool; asOf: Date },
  t: Translate,
): string {
  const { finding, tool, asOf } = options;
  const { namespace, cluster, kind, name: workload } = finding.subject;
  const { title, sentence, note, quote } = describeHealth(finding, t);
  const time = asOf.toISOString();
  const { checked, next, command } = nextOf({ finding, tool }, t);
  return [
    title,
    t('health.ticket.place', { kind, workload, namespace, cluster }),
    finding.rule === 'probes-pass'
      ? t('health.ticket.seenSince', {
          sentence,
          since: finding.message.values.since,
          time,
        })
      : t('health.ticket.seen', { sentence, time }),
    note,
    // Not through the translation: what the cluster says is nobody's template.
    quote && `${t('health.says')} ${quote}`,
    checked,
    next,
    command,
  ]
    .filter(line => line)
    .join('\n');
}

function nextOf(
  options: { finding: TicketFinding; tool: FixTool },
  t: Translate,
): Next {
  const { finding, tool } = options;
  const { namespace, kind, name } = finding.subject;
  const object = `${kind.toLocaleLowerCase('en-US')}/${name}`;
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
      const resource = missing.toLocaleLowerCase('en-US');
      return {
        checked,
        next: t('health.ticket.nextObject'),
        // Describing a Secret lists its keys, and never their values.
        command: key
          ? `${tool} describe ${resource} ${missed} ${inNamespace}`
          : `${tool} get ${resource}s ${inNamespace}`,
      };
    }
    case 'init-containers-finish': {
      const { container } = finding.message.values;
      const logs = `${tool} logs ${object} ${inNamespace} -c ${container}`;
      return {
        checked: t('health.ticket.checkedStarts'),
        next: t('health.ticket.nextLogs'),
        command:
          finding.message.id === 'keeps-failing' ? `${logs} --previous` : logs,
      };
    }
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

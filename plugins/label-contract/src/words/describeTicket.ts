import {
  Finding,
  FixTool,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeEnd } from './describeEnd';
import { describeFinding } from './describeFinding';
import { describeHealthTicket } from './describeHealthTicket';

/** What {@link describeTicket} speaks of. */
export interface TicketOptions {
  readonly finding: Finding;
  /** Tool of the command that comes next. */
  readonly tool: FixTool;
  /** Moment that the report speaks for. */
  readonly asOf: Date;
}

/**
 * A ready ticket for the owner, plain text without markup: what fails, the proof with its time,
 * what was ruled out, what to do next.
 */
export function describeTicket(options: TicketOptions, t: Translate): string {
  const { finding, tool, asOf } = options;
  const { subject } = finding;
  const time = asOf.toISOString();
  const { title, sentence } = describeFinding(finding, t);
  if (subject.kind === 'Entity') {
    return [title, sentence].join('\n');
  }

  const { namespace, cluster, kind } = subject;
  const object = `${kind.toLocaleLowerCase('en-US')}/${subject.name}`;
  switch (finding.rule) {
    case 'container-keeps-running': {
      const { workload, container } = finding.message.values;
      return [
        t('crash.ticket.what', { workload, kind, namespace, cluster }),
        t('crash.ticket.proof', {
          container,
          restarts: describeEnd(finding.message.values, t),
          time,
        }),
        t('crash.ticket.checked'),
        t('crash.ticket.next'),
        `${tool} logs ${object} -n ${namespace} -c ${container} --previous`,
      ].join('\n');
    }
    case 'rollout-finishes': {
      const { workload } = finding.message.values;
      return [
        t('rollout.ticket.what', { workload, kind, namespace, cluster }),
        t('rollout.ticket.proof', { sentence, time }),
        t('rollout.ticket.next'),
        `${tool} describe ${object} -n ${namespace}`,
      ].join('\n');
    }
    case 'quota-suffices':
    case 'admission-accepts':
    case 'pods-schedulable':
    case 'node-serves-pods':
    case 'image-pullable':
    case 'configuration-exists':
    case 'init-containers-finish':
    case 'memory-suffices':
    case 'probes-pass':
      return describeHealthTicket({ finding, tool, asOf }, t);
    default:
      return [title, sentence].join('\n');
  }
}

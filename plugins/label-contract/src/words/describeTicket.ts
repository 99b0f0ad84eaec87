import {
  Finding,
  FixTool,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeFinding, isAboutHealth } from './describeFinding';
import { describeNextStep } from './describeNextStep';

/** What {@link describeTicket} speaks of. */
export interface TicketOptions {
  readonly finding: Finding;
  /** Tool of the command that comes next. */
  readonly tool: FixTool;
  /** Moment that the report speaks for. */
  readonly asOf: Date;
}

/**
 * A ready ticket for the owner, plain text without markup: what fails where, since when, the words of
 * the cluster and of the log, what was ruled out, what to do next.
 */
export function describeTicket(options: TicketOptions, t: Translate): string {
  const { finding, tool, asOf } = options;
  const words = describeFinding(finding, t);
  const step = isAboutHealth(finding)
    ? describeNextStep({ finding, tool }, t)
    : undefined;
  return [
    words.title,
    describePlace(finding, t),
    describeSight({ finding, sentence: words.sentence, asOf }, t),
    words.note,
    words.history,
    // Not through the translation: what the cluster says is nobody's template.
    words.quote && `${t('health.says')} ${words.quote}`,
    ...(words.log ? [t('health.ticket.log'), ...words.log] : []),
    step?.checked,
    step?.next,
    step?.command,
  ]
    .filter(line => line)
    .join('\n');
}

function describePlace({ subject }: Finding, t: Translate): string {
  if (subject.kind === 'Entity') {
    return t('health.ticket.entity', { entityRef: subject.entityRef });
  }
  const { namespace, cluster, kind, name: workload } = subject;
  return t('health.ticket.place', { kind, workload, namespace, cluster });
}

function describeSight(
  options: { finding: Finding; sentence: string; asOf: Date },
  t: Translate,
): string {
  const { finding, sentence, asOf } = options;
  const time = momentOf(asOf);
  const since = sinceOf(finding);
  return since
    ? t('health.ticket.seenSince', {
        sentence,
        since: momentOf(new Date(since)),
        time,
      })
    : t('health.ticket.seen', { sentence, time });
}

/** ISO 8601 to the second: a ticket is read in another place and on another day. */
function momentOf(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Since when, ISO 8601. */
function sinceOf(finding: Finding): string | undefined {
  switch (finding.rule) {
    case 'probes-pass':
      return finding.message.values.since;
    case 'job-completes':
      return finding.message.values.at;
    default:
      return undefined;
  }
}

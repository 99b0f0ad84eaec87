import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';
import { describeMoment } from './describeTime';
import { FindingWords } from './FindingWords';

/** The words where a Job, or the last run of a CronJob, failed. */
export function describeJob(
  { message }: HealthFindingOf<'job-completes'>,
  t: Translate,
): FindingWords {
  const { workload, job, words } = message.values;
  return {
    ...(message.id === 'run-failed'
      ? {
          title: t('health.job.runFailed', { workload }),
          sentence: t('health.job.runFailedSentence', { job }),
        }
      : {
          title: t('health.job.failed', { workload }),
          sentence: t('health.job.failedSentence'),
        }),
    quote: words,
    history: describeRuns(message.values, t),
  };
}

/** "BackoffLimitExceeded, 22 Nov, 10:00; last success 21 Nov, 10:00", as far as it is known. */
function describeRuns(
  values: HealthFindingOf<'job-completes'>['message']['values'],
  t: Translate,
): string | undefined {
  const { reason, at, lastSucceededAt } = values;
  const failed = at && describeMoment(at, t);
  const end =
    reason && failed
      ? t('health.job.at', { reason, time: failed })
      : reason ?? failed;
  if (!lastSucceededAt) {
    return end;
  }
  const time = describeMoment(lastSucceededAt, t);
  return end
    ? t('health.job.lastSuccess', { end, time })
    : t('health.job.lastSuccessOnly', { time });
}

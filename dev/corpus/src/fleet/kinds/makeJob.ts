import {
  CronJobFacts,
  JobFacts,
  Labels,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload, minutesAgo } from '../Fleet';
import { ended, makePod } from '../makePod';
import { templatedFacts, WorkloadSpec } from './WorkloadSpec';

/** How a run of a Job went. */
export type JobRun = 'running' | 'completed' | 'failed' | 'suspended';

/** What a Job without a CronJob is in the middle of; `hook-failed` is a Helm hook that did not work. */
export type JobSituation =
  | 'running'
  | 'completed'
  | 'suspended'
  | 'hook-failed';

/**
 * What a CronJob is in the middle of; none of it is an alarm.
 *
 * - `failed-before`: a run failed, and the one after it did not.
 * - `plain-job-template`: its job template has no labels at all, so Jobs get those of the pod template.
 */
export type CronJobSituation =
  | 'steady'
  | 'running'
  | 'suspended'
  | 'never-run'
  | 'failed-before'
  | 'plain-job-template'
  | 'plain-job-template-running';

/** Makes a Job that nothing controls. */
export function makeJob(
  spec: WorkloadSpec,
  situation: JobSituation,
): FleetWorkload {
  const { labels } = spec;
  const run = situation === 'hook-failed' ? 'failed' : situation;
  const top: JobFacts = {
    ...templatedFacts(spec),
    ...factsOfRun(run, 30),
    isHook: situation === 'hook-failed',
  };
  return {
    top,
    below: podsOfRun(top, labels, run),
    runs: situation === 'running' ? 'healthy' : 'nothing-running',
  };
}

/** Makes a CronJob with the Jobs that it has made. */
export function makeCronJob(
  spec: WorkloadSpec,
  situation: CronJobSituation,
): FleetWorkload {
  const isPlain = situation.startsWith('plain-job-template');
  const top: CronJobFacts = {
    kind: 'CronJob',
    ...templatedFacts(spec),
    selectorKeys: undefined,
    jobTemplateLabels: isPlain ? {} : spec.labels,
    isSuspended: situation === 'suspended',
    ...(situation !== 'never-run' && {
      lastScheduledAt: minutesAgo(20),
      lastSucceededAt: minutesAgo(situation.endsWith('running') ? 80 : 19),
    }),
  };
  const run = (number: number, how: JobRun) => makeRunOf({ top, number, how });

  switch (situation) {
    case 'steady':
    case 'plain-job-template':
      return {
        top,
        below: [...run(1, 'completed'), ...run(2, 'completed')],
        runs: 'healthy',
      };
    case 'running':
    case 'plain-job-template-running':
      return {
        top,
        below: [...run(1, 'completed'), ...run(2, 'running')],
        runs: 'healthy',
      };
    case 'suspended':
      return { top, below: run(1, 'completed'), runs: 'nothing-running' };
    case 'never-run':
      return { top, below: [], runs: 'healthy' };
    case 'failed-before':
      return {
        top,
        below: [...run(1, 'failed'), ...run(2, 'completed')],
        runs: 'healthy',
      };
    default:
      return situation satisfies never;
  }
}

/** One run of a CronJob, as its templates are now: the Job comes first. A later number ran later. */
export function makeRunOf(options: {
  top: CronJobFacts;
  number: number;
  how: JobRun;
}): [JobFacts, ...PodFacts[]] {
  const { top, number, how } = options;
  const { cluster, namespace, jobTemplateLabels, templateLabels } = top;
  const isPlain = Object.keys(jobTemplateLabels).length === 0;
  const job: JobFacts = {
    ...factsOfRun(how, Math.max(20, 200 - number * 60)),
    cluster,
    namespace,
    name: `${top.name}-${number}`,
    uid: `${top.uid}-${number}`,
    labels: isPlain ? templateLabels : jobTemplateLabels,
    templateLabels,
    controllerUid: top.uid,
    controllerKind: top.kind,
    isOptedOut: false,
  };
  return [job, ...podsOfRun(job, templateLabels, how)];
}

function factsOfRun(how: JobRun, startedMinutesAgo: number) {
  const isRunning = how === 'running';
  return {
    kind: 'Job',
    isSuspended: how === 'suspended',
    desiredReplicas: 1,
    activePods: isRunning ? 1 : 0,
    readyReplicas: isRunning ? 1 : 0,
    createdAt: minutesAgo(startedMinutesAgo),
    ...(how === 'completed' && {
      completedAt: minutesAgo(startedMinutesAgo - 1),
    }),
    ...(how === 'failed' && {
      failure: {
        reason: 'BackoffLimitExceeded',
        message: 'Job has reached the specified backoff limit',
        at: minutesAgo(startedMinutesAgo - 1),
      },
    }),
  } as const;
}

function podsOfRun(owner: JobFacts, labels: Labels, how: JobRun): PodFacts[] {
  const pod = makePod({ owner, labels, suffix: '1' });
  switch (how) {
    case 'running':
      return [pod];
    case 'completed':
      return [ended(pod, 'Succeeded')];
    case 'failed':
      return [ended(pod, 'Failed')];
    case 'suspended':
      return [];
    default:
      return how satisfies never;
  }
}

import { JobFacts } from '../facts/JobFacts';
import { aHealthCheck, aTrouble } from '../testUtils/aHealthCheck';
import { secondsAgo } from '../testUtils/healthOf';
import { aContainer, aPod } from '../testUtils/someFacts';
import { aCronJob, aJob } from '../testUtils/workloads';
import { checkHealth } from './checkHealth';

const over = { activePods: 0, readyReplicas: 0 };
const failed = (seconds: number): Partial<JobFacts> => ({
  ...over,
  createdAt: secondsAgo(seconds + 60),
  failure: {
    reason: 'BackoffLimitExceeded',
    message: 'Job has reached the specified backoff limit',
    at: secondsAgo(seconds),
  },
});
const completed = (seconds: number): Partial<JobFacts> => ({
  ...over,
  createdAt: secondsAgo(seconds + 60),
  completedAt: secondsAgo(seconds),
});

const invoices = aCronJob({ name: 'invoices' });
const run = (name: string, facts: Partial<JobFacts>) =>
  aJob({ name, ...facts }, invoices);

describe('job-completes', () => {
  it('says why a Job failed, and when, for the team', () => {
    const job = aJob({ name: 'migrate', ...failed(30) });
    const pod = aPod(job, {
      phase: 'Failed',
      isReady: false,
      containers: [
        aContainer({
          isReady: false,
          lastTermination: { exitCode: 3, finishedAt: secondsAgo(40) },
        }),
      ],
    });
    const check = aHealthCheck(job, [pod], {
      troubles: {
        [pod.uid]: aTrouble({ logLines: { main: ['no such table'] } }),
      },
    });

    expect(checkHealth(check)).toMatchObject({
      rule: 'job-completes',
      owner: 'team',
      severity: 'error',
      message: {
        id: 'job-failed',
        values: {
          workload: 'migrate',
          job: 'migrate',
          reason: 'BackoffLimitExceeded',
          words: 'Job has reached the specified backoff limit',
          at: secondsAgo(30),
          exitCode: 3,
          lines: ['no such table'],
        },
      },
    });
  });

  it('names the run that failed last, and when one last succeeded', () => {
    const cronJob = { ...invoices, lastSucceededAt: secondsAgo(90_000) };
    const check = aHealthCheck(cronJob, [
      run('invoices-1', completed(90_000)),
      run('invoices-2', failed(7_000)),
      run('invoices-3', failed(3_000)),
    ]);

    expect(checkHealth(check)).toMatchObject({
      rule: 'job-completes',
      message: {
        id: 'run-failed',
        values: {
          workload: 'invoices',
          job: 'invoices-3',
          at: secondsAgo(3_000),
          lastSucceededAt: secondsAgo(90_000),
        },
      },
    });
  });

  it('still says so while the next run is on its way', () => {
    expect(
      checkHealth(
        aHealthCheck(invoices, [
          run('invoices-1', failed(3_000)),
          run('invoices-2', { createdAt: secondsAgo(10) }),
        ]),
      ),
    ).toMatchObject({ rule: 'job-completes' });
  });

  it.each<[string, typeof invoices, JobFacts[]]>([
    [
      'a later run succeeded',
      invoices,
      [run('invoices-1', failed(7_000)), run('invoices-2', completed(3_000))],
    ],
    [
      'a later run succeeded, and was cleaned up',
      { ...invoices, lastSucceededAt: secondsAgo(100) },
      [run('invoices-1', failed(3_000))],
    ],
    [
      'a run that began later succeeded before the other one gave up',
      invoices,
      [
        run('invoices-1', { ...failed(100), createdAt: secondsAgo(9_000) }),
        run('invoices-2', completed(3_000)),
      ],
    ],
    [
      'it is suspended',
      { ...invoices, isSuspended: true },
      [run('invoices-1', failed(3_000))],
    ],
    ['its run is a hook', invoices, [run('a', { ...failed(5), isHook: true })]],
    ['it is between two runs', invoices, [run('a', completed(3_000))]],
    ['it never ran', invoices, []],
  ])('says nothing of a CronJob where %s', (_, cronJob, runs) => {
    expect(checkHealth(aHealthCheck(cronJob, runs))).toBeUndefined();
  });

  it('takes a later Job of the same name and another number for the next run', () => {
    const first = aJob({ name: 'migrate-1', ...failed(3_000) });
    const second = aJob({ name: 'migrate-2', ...completed(10) });
    const before = aJob({ name: 'migrate-0', ...completed(9_000) });
    const another = aJob({ name: 'migrate-users', ...completed(10) });

    expect(checkHealth(aHealthCheck(first, [second]))).toBeUndefined();
    expect(checkHealth(aHealthCheck(first, [before, another]))).toMatchObject({
      rule: 'job-completes',
    });
  });

  it.each<[string, Partial<JobFacts>]>([
    ['completed', completed(10)],
    ['suspended', { isSuspended: true, ...over }],
    ['a hook that failed', { ...failed(5), isHook: true }],
    ['starting', { readyReplicas: 0 }],
    ['running', {}],
  ])('says nothing of a Job that is %s', (_, facts) => {
    const job = aJob({ name: 'migrate', ...facts });
    expect(checkHealth(aHealthCheck(job))).toBeUndefined();
  });

  it('leaves a Job whose container is started again and again to container-keeps-running', () => {
    const job = aJob({ name: 'migrate', readyReplicas: 0 });
    const pod = aPod(job, {
      isReady: false,
      containers: [
        aContainer({ isReady: false, waitingReason: 'CrashLoopBackOff' }),
      ],
    });

    expect(checkHealth(aHealthCheck(job, [pod]))).toMatchObject({
      rule: 'container-keeps-running',
    });
  });
});

import { WorkloadFacts } from '../facts/WorkloadFacts';
import { aHealthCheck, aTrouble } from '../testUtils/aHealthCheck';
import { secondsAgo } from '../testUtils/healthOf';
import { aPod } from '../testUtils/someFacts';
import {
  aCronJob,
  aDaemonSet,
  aJob,
  aStatefulSet,
} from '../testUtils/workloads';
import { checkHealth } from './checkHealth';
import { creationFailureOf } from './creationFailureOf';

const name = 'ticket-desk';
const refused = 'Error creating: pods "ticket-desk-x" is forbidden: ';
const overQuota = `${refused}exceeded quota: team-limits, requested: pods=1`;
const insecure = `${refused}violates PodSecurity "restricted:latest"`;
const events = (...words: string[]) =>
  aTrouble({ events: words.map(each => ['FailedCreate', each] as const) });

const statefulSet = aStatefulSet({ name, desiredReplicas: 2 });
const daemonSet = aDaemonSet({ name });
const job = aJob({ name, activePods: 0, readyReplicas: 0 });
const cronJob = aCronJob({ name });

describe('what the API server refuses', () => {
  it.each<[string, WorkloadFacts]>([
    ['StatefulSet', statefulSet],
    ['DaemonSet', daemonSet],
    ['Job', job],
    ['CronJob', cronJob],
  ])('is read from the Events of a %s', (_, workload) => {
    const says = (words: string) =>
      checkHealth(
        aHealthCheck(workload, [], {
          troubles: { [workload.uid]: events(words) },
        }),
      );

    expect(says(overQuota)).toMatchObject({
      rule: 'quota-suffices',
      owner: 'ops',
      message: { values: { quota: 'team-limits', words: overQuota } },
    });
    expect(says(insecure)).toMatchObject({
      rule: 'admission-accepts',
      owner: 'team',
      message: { id: 'pod-security', values: { by: 'restricted:latest' } },
    });
  });

  it('is read from the Events of the Job that a CronJob runs', () => {
    const run = aJob({ name: `${name}-1`, activePods: 0 }, cronJob);
    expect(
      checkHealth(
        aHealthCheck(cronJob, [run], {
          troubles: { [run.uid]: events(overQuota) },
        }),
      ),
    ).toMatchObject({
      rule: 'quota-suffices',
      message: { values: { workload: name } },
    });
  });

  it('is what it said last', () => {
    expect(
      creationFailureOf(
        aHealthCheck(daemonSet, [], {
          troubles: { [daemonSet.uid]: events(insecure, overQuota) },
        }),
      ),
    ).toBe(overQuota);
  });

  it.each<[string, Parameters<typeof aHealthCheck>]>([
    [
      'all pods are there',
      [
        statefulSet,
        [
          aPod(statefulSet, { name: 'ticket-desk-0' }),
          aPod(statefulSet, { name: 'ticket-desk-1' }),
        ],
        { troubles: { [statefulSet.uid]: events(overQuota) } },
      ],
    ],
    [
      'the CronJob has a younger Job',
      [
        cronJob,
        [aJob({ name: 'b', createdAt: secondsAgo(5) }, cronJob)],
        {
          troubles: {
            [cronJob.uid]: aTrouble(
              { events: [['FailedCreate', overQuota]] },
              secondsAgo(60),
            ),
          },
        },
      ],
    ],
    [
      'Kubernetes itself would have forgotten it',
      [
        daemonSet,
        [],
        {
          troubles: {
            [daemonSet.uid]: aTrouble(
              { events: [['FailedCreate', overQuota]] },
              secondsAgo(3_600),
            ),
          },
        },
      ],
    ],
    [
      'it is about something else',
      [
        daemonSet,
        [],
        {
          troubles: {
            [daemonSet.uid]: aTrouble({
              events: [['SuccessfulCreate', 'Created pod: ticket-desk-x']],
            }),
          },
        },
      ],
    ],
  ])('counts no more where %s', (_, check) => {
    expect(creationFailureOf(aHealthCheck(...check))).toBeUndefined();
  });

  it('counts where a pod is missing, be it one that is deleted', () => {
    const pods = [0, 1].map(ordinal =>
      aPod(statefulSet, {
        name: `${name}-${ordinal}`,
        isDeleting: ordinal === 1,
      }),
    );
    expect(
      creationFailureOf(
        aHealthCheck(statefulSet, pods, {
          troubles: { [statefulSet.uid]: events(overQuota) },
        }),
      ),
    ).toBe(overQuota);
  });
});

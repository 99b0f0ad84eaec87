import {
  ContainerFacts,
  Facts,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';
import { someFacts } from '../tests/someFacts';
import { maySignTrouble, troubleSignOf } from './troubleSignOf';

const now = new Date('2026-01-01T12:00:00Z');
const object = {
  cluster: 'prod-1',
  namespace: 'desk-team',
  name: 'desk',
  uid: 'u-1',
  labels: {},
};

function aPod(
  container: Partial<ContainerFacts>,
  facts: Partial<PodFacts> = {},
): PodFacts {
  return {
    kind: 'Pod',
    ...object,
    phase: 'Running',
    isReady: false,
    isDeleting: false,
    node: 'worker-1',
    containers: [
      { name: 'web', isReady: false, restartCount: 0, ...container },
    ],
    ...facts,
  };
}

const failed = (finishedAt: string) => ({
  lastTermination: { exitCode: 1, finishedAt },
});

describe('troubleSignOf', () => {
  it.each<[string, PodFacts]>([
    ['waits to crash again', aPod({ waitingReason: 'CrashLoopBackOff' })],
    [
      'crashed a moment ago and runs again',
      aPod({ restartCount: 1, ...failed('2026-01-01T11:55:00Z') }),
    ],
    [
      'ended the pod of a Job',
      aPod(failed('2026-01-01T02:00:00Z'), {
        phase: 'Failed',
        controllerKind: 'Job',
      }),
    ],
  ])('wants the last lines of a container that %s', (_, pod) => {
    expect(troubleSignOf(pod, now)).toMatchObject({
      containers: [{ name: 'web' }],
      isToldByEvents: false,
    });
  });

  it('wants those of an init container too, and of no other', () => {
    const crashing = { name: 'migrate', waitingReason: 'CrashLoopBackOff' };
    const pod = aPod(
      { waitingReason: 'PodInitializing' },
      { initContainers: [{ isReady: false, restartCount: 3, ...crashing }] },
    );
    expect(troubleSignOf(pod, now)?.containers).toMatchObject([crashing]);
  });

  it.each<[string, PodFacts]>([
    ['runs', aPod({ runningSince: '2026-01-01T11:00:00Z' })],
    ['recovered', aPod({ restartCount: 1, ...failed('2026-01-01T11:40:00Z') })],
    [
      'ended well',
      aPod({
        restartCount: 1,
        lastTermination: { exitCode: 0, finishedAt: '2026-01-01T11:59:00Z' },
      }),
    ],
    ['failed for good elsewhere', aPod(failed('2026-01-01T11:59:00Z'))],
    [
      'is being deleted',
      aPod({ waitingReason: 'CrashLoopBackOff' }, { isDeleting: true }),
    ],
  ])('wants nothing of a container that %s', (_, pod) => {
    expect(troubleSignOf(pod, now)).toBeUndefined();
  });

  it('changes its version with the end of a container', () => {
    const versionOf = (finishedAt: string) =>
      troubleSignOf(
        aPod({ waitingReason: 'CrashLoopBackOff', ...failed(finishedAt) }),
        now,
      )?.version;
    expect(versionOf('2026-01-01T11:00:00Z')).toBe(
      versionOf('2026-01-01T11:00:00Z'),
    );
    expect(versionOf('2026-01-01T11:00:00Z')).not.toBe(
      versionOf('2026-01-01T11:05:00Z'),
    );
  });

  it.each([
    ['2026-01-01T11:59:00Z', true],
    ['2026-01-01T11:59:50Z', false],
    [undefined, false],
  ])(
    'wants the Events of a pod that is created since %s: %j',
    (at, isWanted) => {
      const pod = aPod(
        { waitingReason: 'ContainerCreating' },
        { readinessChangedAt: at },
      );
      expect(troubleSignOf(pod, now)?.isToldByEvents ?? false).toBe(isWanted);
      expect(troubleSignOf({ ...pod, node: undefined }, now)).toBeUndefined();
    },
  );

  it.each(['StatefulSet', 'DaemonSet', 'Job'] as const)(
    'wants the Events of a %s that is short of pods',
    kind => {
      const short = (facts: object = {}) =>
        Object.assign(
          someFacts(kind, object),
          { replicas: 0, activePods: 0 },
          facts,
        );
      expect(troubleSignOf(someFacts(kind, object), now)).toBeUndefined();
      expect(troubleSignOf(short(), now)).toMatchObject({
        isToldByEvents: true,
      });
      const resting = { isObserved: false, isSuspended: true };
      expect(troubleSignOf(short(resting), now)).toBeUndefined();
    },
  );

  it.each([
    ['never', undefined, true],
    ['a week ago', '2025-12-25T12:00:00Z', true],
    ['yesterday', '2025-12-31T12:00:00Z', false],
  ])('wants the Events of a CronJob that ran %s: %j', (_, at, isWanted) => {
    const cronJob = (facts: object) =>
      Object.assign(someFacts('CronJob', object), facts);
    const ran = { lastScheduledAt: at };
    expect(troubleSignOf(cronJob(ran), now)?.isToldByEvents ?? false).toBe(
      isWanted,
    );
    expect(
      troubleSignOf(cronJob({ ...ran, isSuspended: true }), now),
    ).toBeUndefined();
  });

  it.each([
    ['2026-01-01T11:58:00Z', ['migrate']],
    ['2026-01-01T11:59:30Z', undefined],
  ])(
    'wants the present lines of an init container that runs since %s: %j',
    (runningSince, names) => {
      const init = {
        name: 'migrate',
        isReady: false,
        restartCount: 0,
        runningSince,
      };
      const sign = troubleSignOf(
        aPod({ waitingReason: 'PodInitializing' }, { initContainers: [init] }),
        now,
      );
      expect(sign?.containers.map(({ name }) => name)).toEqual(names);
      expect(sign?.isOver).toBe(names && false);
      expect(
        troubleSignOf(aPod({ runningSince }, { initContainers: [init] }), now),
      ).toBeUndefined();
    },
  );

  it('wants nothing of a Deployment, which explains itself', () => {
    const short = { ...someFacts('Deployment', object), replicas: 0 };
    expect(troubleSignOf(short, now)).toBeUndefined();
  });
});

describe('maySignTrouble', () => {
  const later = new Date('2026-01-01T12:11:00Z');
  const init = { name: 'migrate', isReady: false, restartCount: 0 };
  const runningSince = '2026-01-01T12:00:00Z';

  it.each<[string, Facts]>([
    ['waits to crash again', aPod({ waitingReason: 'CrashLoopBackOff' })],
    ['crashed', aPod({ restartCount: 1, ...failed('2026-01-01T12:05:00Z') })],
    [
      'is being created',
      aPod(
        { waitingReason: 'ContainerCreating' },
        { readinessChangedAt: '2026-01-01T12:00:00Z' },
      ),
    ],
    [
      'waits for an init container',
      aPod(
        { waitingReason: 'PodInitializing' },
        { initContainers: [{ ...init, runningSince }] },
      ),
    ],
    [
      'is short of pods',
      Object.assign(someFacts('Job', object), { activePods: 0 }),
    ],
    ['is a CronJob', someFacts('CronJob', object)],
  ])('keeps an eye on what %s', (_, facts) => {
    expect(troubleSignOf(facts, later)).not.toBeUndefined();
    expect(maySignTrouble(facts)).toBe(true);
  });

  it.each<[string, Facts]>([
    ['runs', aPod({ runningSince })],
    [
      'is being deleted',
      aPod({ waitingReason: 'CrashLoopBackOff' }, { isDeleting: true }),
    ],
    [
      'came past its init containers',
      aPod({ runningSince }, { initContainers: [{ ...init, runningSince }] }),
    ],
    ['has all pods', someFacts('Job', object)],
    ['explains itself', someFacts('Deployment', object)],
    ['makes no pods', someFacts('Service', object)],
  ])('lets alone what %s', (_, facts) => {
    expect(maySignTrouble(facts)).toBe(false);
  });
});

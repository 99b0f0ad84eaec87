import { mockServices } from '@backstage/backend-test-utils';
import {
  Facts,
  PodFacts,
  TroubleFacts,
} from '@portal-operations/plugin-label-contract-common';
import { ClusterRequest } from '@portal-operations/plugin-label-contract-node';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { ManualClock } from '../tests/ManualClock';
import { someFacts } from '../tests/someFacts';
import { TroubleReader } from './TroubleReader';

const SWEEP_MS = 10_000;
/** A busy machine takes its time for some hundreds of objects. */
const MANY_OBJECTS_LIMIT_MS = 30_000;

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

function aCrashingPod(name: string, facts: Partial<PodFacts> = {}): PodFacts {
  return {
    kind: 'Pod',
    cluster: 'prod-1',
    namespace: 'desk-team',
    name,
    uid: `uid-of-${name}`,
    labels: {},
    phase: 'Running',
    isReady: false,
    isDeleting: false,
    containers: [
      {
        name: 'web',
        isReady: false,
        restartCount: 3,
        waitingReason: 'CrashLoopBackOff',
        lastTermination: { exitCode: 1, finishedAt: '2026-01-01T11:59:00Z' },
      },
    ],
    ...facts,
  };
}

/** A Job of one pod that is not there. */
function aJobWithoutPods(): Facts {
  const job = someFacts('Job', {
    cluster: 'prod-1',
    namespace: 'desk-team',
    name: 'import',
    uid: 'uid-of-import',
    labels: {},
  });
  return job.kind === 'Job' ? { ...job, activePods: 0 } : job;
}

/** A cluster on which each pod has the uid that is expected, unless an answer is given for a path. */
async function create(options: {
  facts: Facts[];
  answers?: (request: ClusterRequest, cluster: string) => Answer | undefined;
  logs?: { enabled: boolean; lines: number };
}) {
  const {
    facts,
    answers = () => undefined,
    logs = { enabled: true, lines: 20 },
  } = options;
  const index = new WorkloadIndex();
  facts.forEach(each => index.put(each));
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  const troubles = new Map<string, TroubleFacts>();
  const asked: string[] = [];
  const requests: ClusterRequest[] = [];
  const answerTo = (request: ClusterRequest, cluster: string): Answer => {
    const given = answers(request, cluster);
    if (given) {
      return given;
    }
    if (request.path.endsWith('/log')) {
      return { body: 'it starts\nno route to host\n' };
    }
    if (request.path.endsWith('/events')) {
      return { body: { items: [] } };
    }
    return {
      body: { metadata: { uid: `uid-of-${request.path.split('/').at(-1)}` } },
    };
  };
  const stopping = new AbortController();
  const reader = new TroubleReader({
    index: {
      all: () => index.all(),
      subscribe: listener => index.subscribe(listener),
      setTrouble: ({ uid }, trouble) => troubles.set(uid, trouble),
    },
    logs,
    async request(cluster, request) {
      asked.push(`${cluster}${request.path.replace('/api/v1/namespaces', '')}`);
      requests.push(request);
      const { status = 200, body } = answerTo(request, cluster);
      const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
      return { status, headers: {}, body: Readable.from([Buffer.from(text)]) };
    },
    isIgnoredNamespace: namespace => namespace.startsWith('kube-'),
    now: () => clock.now(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
    logger,
  });
  const running = reader.run(stopping.signal);
  const asleep = async () => {
    while (clock.sleeping().length === 0) {
      await setImmediate();
    }
  };
  await asleep();

  return {
    troubles,
    asked,
    requests,
    logger,
    index,
    /** Lets time go by, sweep by sweep. */
    async pass(milliseconds: number) {
      for (let passed = 0; passed < milliseconds; passed += SWEEP_MS) {
        clock.advance(SWEEP_MS);
        await asleep();
      }
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

describe('TroubleReader', () => {
  it('reads the last lines of a container that crashes, once', async () => {
    const reader = await create({ facts: [aCrashingPod('a')] });
    await reader.pass(60_000);
    expect(reader.troubles.get('uid-of-a')).toEqual({
      events: [],
      logLines: { web: ['it starts', 'no route to host'] },
    });
    expect(reader.asked).toEqual([
      'prod-1/desk-team/pods/a',
      'prod-1/desk-team/pods/a/log',
    ]);
    expect(reader.requests[1].query).toMatchObject({
      container: 'web',
      previous: true,
      tailLines: 80,
    });
    await reader.stop();
  });

  it('reads it again after a further crash, but no sooner than after five minutes', async () => {
    const reader = await create({ facts: [aCrashingPod('a')] });
    const [container] = aCrashingPod('a').containers;
    reader.index.put(
      aCrashingPod('a', {
        containers: [
          {
            ...container,
            lastTermination: {
              exitCode: 2,
              finishedAt: '2026-01-01T12:01:00Z',
            },
          },
        ],
      }),
    );
    await reader.pass(4 * 60_000);
    expect(reader.asked).toHaveLength(2);
    await reader.pass(60_000);
    expect(reader.asked).toHaveLength(4);
    await reader.pass(20 * 60_000);
    expect(reader.asked).toHaveLength(4);
    await reader.stop();
  });

  it('reads no log where that is switched off, and Events all the same', async () => {
    const reader = await create({
      facts: [aCrashingPod('a'), aJobWithoutPods()],
      logs: { enabled: false, lines: 20 },
    });
    await reader.pass(SWEEP_MS);
    expect(reader.asked).toEqual(['prod-1/desk-team/events']);
    await reader.stop();
  });

  it('keeps as many lines as are configured', async () => {
    const reader = await create({
      facts: [aCrashingPod('a')],
      logs: { enabled: true, lines: 1 },
    });
    expect(reader.troubles.get('uid-of-a')?.logLines).toEqual({
      web: ['no route to host'],
    });
    await reader.stop();
  });

  it('reads what an init container says that does not end: early, and once more later', async () => {
    const [web] = aCrashingPod('a').containers;
    const reader = await create({
      facts: [
        aCrashingPod('a', {
          containers: [
            {
              ...web,
              waitingReason: 'PodInitializing',
              lastTermination: undefined,
            },
          ],
          initContainers: [
            {
              name: 'migrate',
              isReady: false,
              restartCount: 2,
              runningSince: '2026-01-01T12:00:00Z',
            },
          ],
        }),
      ],
    });
    const logsAsked = () =>
      reader.requests.filter(({ path }) => path.endsWith('/log'));
    await reader.pass(50_000);
    expect(reader.asked).toEqual([]);
    await reader.pass(SWEEP_MS);
    expect(logsAsked().map(({ query }) => query)).toMatchObject([
      { container: 'migrate', previous: false },
    ]);
    await reader.pass(8 * 60_000);
    expect(logsAsked()).toHaveLength(1);
    await reader.pass(60 * 60_000);
    expect(logsAsked()).toHaveLength(2);
    await reader.stop();
  });

  it('asks nothing more about a cluster that is gone', async () => {
    const reader = await create({
      facts: [aJobWithoutPods()],
      answers: () => ({ status: 403 }),
    });
    expect(reader.asked).toHaveLength(1);
    reader.index.removeCluster('prod-1');
    await reader.pass(60 * 60_000);
    expect(reader.asked).toHaveLength(1);

    // What was refused to it before is no reason for one of that name not to be asked.
    reader.index.put(aJobWithoutPods());
    await reader.pass(SWEEP_MS);
    expect(reader.asked).toHaveLength(2);
    await reader.stop();
  });

  it('takes an answer without end for none', async () => {
    const reader = await create({
      facts: [aJobWithoutPods()],
      answers: () => ({ body: 'x'.repeat(5 * 1024 * 1024) }),
    });
    expect(reader.troubles.size).toBe(0);
    await reader.stop();
  });

  it('takes what a container left behind instead of its log, and masks it', async () => {
    const message = 'cannot reach postgres://robot:s3cret@db:5432\n';
    const body = {
      metadata: { uid: 'uid-of-a' },
      status: {
        containerStatuses: [
          { name: 'web', lastState: { terminated: { message } } },
        ],
      },
    };
    const reader = await create({
      facts: [aCrashingPod('a')],
      answers: ({ path }) => (path.endsWith('/a') ? { body } : undefined),
    });
    expect(reader.asked).toEqual(['prod-1/desk-team/pods/a']);
    expect(reader.troubles.get('uid-of-a')?.logLines.web).toEqual([
      expect.stringMatching(/^cannot reach .*db:5432$/),
    ]);
    expect(JSON.stringify([...reader.troubles])).not.toContain('s3cret');
    await reader.stop();
  });

  it('reads no log of the next pod of the same name', async () => {
    const reader = await create({
      facts: [aCrashingPod('a')],
      answers: () => ({ body: { metadata: { uid: 'another' } } }),
    });
    expect(reader.asked).toEqual(['prod-1/desk-team/pods/a']);
    expect(reader.troubles.size).toBe(0);
    await reader.stop();
  });

  it('reads the Events of what is short of pods, and looks again a minute later', async () => {
    const event = {
      reason: 'FailedCreate',
      message: 'pods "import-x" is forbidden: exceeded quota',
      lastTimestamp: '2026-01-01T11:59:00Z',
    };
    const answers: Answer[] = [
      { body: { items: [] } },
      { body: { items: [event] } },
    ];
    const reader = await create({
      facts: [aJobWithoutPods()],
      answers: () => answers.shift(),
    });
    expect(reader.troubles.get('uid-of-import')?.events).toEqual([]);
    await reader.pass(60_000);
    expect(reader.troubles.get('uid-of-import')?.events).toEqual([
      {
        reason: 'FailedCreate',
        message: event.message,
        lastSeenAt: event.lastTimestamp,
      },
    ]);
    expect(reader.requests.map(({ query }) => query?.fieldSelector)).toEqual([
      'involvedObject.uid=uid-of-import',
      'involvedObject.uid=uid-of-import',
    ]);
    await reader.stop();
  });

  it(
    'asks for twenty objects of a cluster at a time, and for 500 in all',
    async () => {
      const facts = Array.from({ length: 600 }, (_, index) =>
        aCrashingPod(`pod-${index}`),
      );
      const reader = await create({ facts });
      expect(reader.troubles.size).toBe(20);
      await reader.pass(SWEEP_MS);
      expect(reader.troubles.size).toBe(40);
      await reader.pass(40 * SWEEP_MS);
      expect(reader.troubles.size).toBe(500);
      // Who recovers makes room for others.
      const pods = { cluster: 'prod-1', kind: 'Pod' } as const;
      facts.slice(0, 50).forEach(({ uid }) => reader.index.remove(pods, uid));
      await reader.pass(10 * SWEEP_MS);
      expect(reader.troubles.size).toBe(550);
      await reader.stop();
    },
    MANY_OBJECTS_LIMIT_MS,
  );

  it('says once that a right is missing, and asks again after ten minutes', async () => {
    const reader = await create({
      facts: [aCrashingPod('a'), aCrashingPod('b')],
      answers: ({ path }) =>
        path.endsWith('/log') ? { status: 403 } : undefined,
    });
    const logsAsked = () =>
      reader.asked.filter(path => path.endsWith('/log')).length;
    expect(logsAsked()).toBe(1);
    reader.index.put(aCrashingPod('c'));
    await reader.pass(9 * 60_000);
    expect(logsAsked()).toBe(1);
    await reader.pass(60_000);
    reader.index.put(aCrashingPod('d'));
    await reader.pass(SWEEP_MS);
    expect(logsAsked()).toBe(2);
    expect(reader.troubles.size).toBe(0);
    expect(reader.logger.info.mock.calls).toEqual([
      [expect.stringMatching(/^Cluster 'prod-1' answers 403 for pods\/log: /)],
    ]);
    expect(reader.logger.warn).not.toHaveBeenCalled();
    await reader.stop();
  });

  it('leaves a cluster alone that does not answer, reads the others, and tries again', async () => {
    let isDown = true;
    const reader = await create({
      facts: [
        aCrashingPod('a'),
        aCrashingPod('b'),
        aCrashingPod('c', { cluster: 'prod-2' }),
      ],
      answers: (_, cluster) => {
        if (isDown && cluster === 'prod-1') {
          throw new Error('connection refused');
        }
        return undefined;
      },
    });
    expect(reader.asked.filter(path => path.startsWith('prod-1'))).toEqual([
      'prod-1/desk-team/pods/a',
    ]);
    expect([...reader.troubles.keys()]).toEqual(['uid-of-c']);
    isDown = false;
    await reader.pass(SWEEP_MS);
    expect([...reader.troubles.keys()].sort()).toEqual([
      'uid-of-a',
      'uid-of-b',
      'uid-of-c',
    ]);
    await reader.stop();
  });

  it.each(['<html>Sign in</html>', { metadata: 'nothing' }])(
    'lets no object wait because another is answered with %j',
    async body => {
      const reader = await create({
        facts: [aCrashingPod('a'), aCrashingPod('b')],
        answers: ({ path }) => (path.endsWith('/a') ? { body } : undefined),
      });
      await reader.pass(SWEEP_MS);
      expect([...reader.troubles.keys()]).toEqual(['uid-of-b']);
      expect(
        reader.asked.filter(path => path === 'prod-1/desk-team/pods/a'),
      ).toHaveLength(1);
      await reader.stop();
    },
  );

  it('asks nothing about namespaces that are ignored, and about what is well', async () => {
    const reader = await create({
      facts: [
        aCrashingPod('a', { namespace: 'kube-system' }),
        aCrashingPod('b', { containers: [] }),
      ],
    });
    await reader.pass(SWEEP_MS);
    expect(reader.asked).toEqual([]);
    await reader.stop();
  });
});

import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import { AuthenticationError } from '@backstage/errors';
import { until } from '@internal/control-plane';
import { PassThrough, Readable } from 'node:stream';
import { ManualClock } from '../tests/ManualClock';
import { RecordingSink, TestItem } from '../tests/RecordingSink';
import { Discovery } from './Discovery';
import { Reflector } from './Reflector';
import { Turns } from './Turns';
import { WatchedResource } from './watchedKinds';

type Answer = () => Promise<ClusterResponse>;

function anObject(name: string, resourceVersion = '1') {
  return { metadata: { uid: `uid-of-${name}`, name, resourceVersion } };
}

function answer(status: number, body: object): Answer {
  return async () => ({
    status,
    headers: {},
    body: Readable.from([Buffer.from(JSON.stringify(body))]),
  });
}

function aList(
  names: unknown[],
  metadata: { resourceVersion: string; continue?: string },
): Answer {
  const items = names.map(name =>
    typeof name === 'string' ? anObject(name) : name,
  );
  return answer(200, { metadata, items });
}

function aRefusal(code: number): Answer {
  return answer(code, { kind: 'Status', code, message: `words of ${code}` });
}

/** A watch that a test writes to, line by line. */
function aWatch() {
  const body = new PassThrough();
  const open: Answer = async () => ({ status: 200, headers: {}, body });
  return {
    open,
    send(type: string, object: object) {
      body.write(`${JSON.stringify({ type, object })}\n`);
    },
    write: (text: string) => body.write(text),
    end: () => body.end(),
    breakOff: () => body.destroy(new Error('socket hang up')),
    isClosed: () => body.destroyed,
  };
}

function parse(object: unknown): TestItem {
  const { uid, name } = Object(Object(object).metadata);
  if (!uid || !name) {
    throw new Error('metadata.uid is missing');
  }
  return { uid, name };
}

const pods: WatchedResource = { group: '', version: 'v1', plural: 'pods' };

const rollouts: WatchedResource = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'rollouts',
  isOptional: true,
};

interface StartOptions {
  resource?: WatchedResource;
  namespace?: string;
}

/** Runs a Reflector against answers in this order; then the cluster is silent. */
function start(...answers: Answer[]) {
  return startWith({}, ...answers);
}

function startWith(options: StartOptions, ...answers: Answer[]) {
  const { resource = pods, namespace } = options;
  const clock = new ManualClock();
  const sink = new RecordingSink();
  const asked: ClusterRequest[] = [];
  const controller = new AbortController();
  const request = async (sent: ClusterRequest) => {
    asked.push(sent);
    const next = answers.shift();
    if (next) {
      const response = await next();
      sent.signal?.addEventListener('abort', () =>
        response.body.destroy(new Error('aborted')),
      );
      return response;
    }
    return new Promise<ClusterResponse>((_, reject) => {
      sent.signal?.addEventListener('abort', () => reject(sent.signal?.reason));
    });
  };

  const reflector = new Reflector<TestItem>({
    cluster: 'prod-1',
    resource,
    namespace,
    request,
    parse,
    sink,
    clock,
    discovery: new Discovery({
      cluster: 'prod-1',
      request,
      clock,
      signal: controller.signal,
    }),
    lists: new Turns(1),
    pages: new Turns(1),
    random: () => 0.5,
  });
  const running = reflector.run(controller.signal);

  return {
    clock,
    sink,
    asked,
    /** Waits until so many requests were sent, and returns the last one's query. */
    async requests(count: number) {
      await until(
        () => asked.length,
        sent => sent >= count,
      );
      return asked[count - 1].query;
    },
    async stop() {
      controller.abort();
      await running;
    },
  };
}

describe('Reflector', () => {
  it('lists in pages and takes them all in one step', async () => {
    const reflector = start(
      aList(['a'], { resourceVersion: '5', continue: 'token' }),
      aList(['b'], { resourceVersion: '5' }),
    );
    expect(await reflector.requests(3)).toMatchObject({
      watch: true,
      allowWatchBookmarks: true,
      resourceVersion: '5',
      timeoutSeconds: 265,
    });
    expect(reflector.asked[0].query).toEqual({ limit: 500 });
    expect(reflector.asked[1].query).toEqual({ limit: 500, continue: 'token' });
    expect(reflector.sink.names()).toEqual(['a', 'b']);
    expect(reflector.sink.replacements).toBe(1);
    await reflector.stop();
  });

  it('applies what the watch brings, and is live as of the newest of it', async () => {
    const watch = aWatch();
    const reflector = start(
      aList(['a', 'b'], { resourceVersion: '5' }),
      watch.open,
    );
    await reflector.requests(2);
    reflector.clock.advance(7_000);
    watch.send('ADDED', anObject('c', '6'));
    watch.send('DELETED', anObject('a', '7'));
    watch.send('MODIFIED', {
      metadata: { uid: 'uid-of-b', name: 'b2', resourceVersion: '8' },
    });
    await until(
      () => reflector.sink.names(),
      names => names.includes('b2'),
    );
    expect(reflector.sink.names()).toEqual(['b2', 'c']);
    expect(reflector.sink.state()).toEqual({
      kind: 'live',
      asOf: '2026-01-01T12:00:07.000Z',
    });
    await reflector.stop();
  });

  it('takes a watch up again where it ended, also after a bookmark alone', async () => {
    const watch = aWatch();
    const reflector = start(aList(['a'], { resourceVersion: '5' }), watch.open);
    await reflector.requests(2);
    watch.send('BOOKMARK', { metadata: { resourceVersion: '99' } });
    await until(
      () => reflector.sink.states.length,
      count => count === 3,
    );
    reflector.clock.advance(60_000);
    watch.end();
    expect(await reflector.requests(3)).toMatchObject({
      watch: true,
      resourceVersion: '99',
    });
    expect(reflector.sink.names()).toEqual(['a']);
    expect(reflector.sink.states.map(({ kind }) => kind)).toEqual(
      Array(3).fill('live'),
    );
    await reflector.stop();
  });

  it('waits before it opens a watch again that was ended at once', async () => {
    const watch = aWatch();
    const reflector = start(aList(['a'], { resourceVersion: '5' }), watch.open);
    await reflector.requests(2);
    watch.end();
    await until(
      () => reflector.clock.sleeping(),
      sleeping => sleeping[0] === 1_500,
    );
    expect(reflector.asked).toHaveLength(2);
    reflector.clock.advance(1_500);
    expect(await reflector.requests(3)).toMatchObject({ resourceVersion: '5' });
    await reflector.stop();
  });

  it.each<[string, Answer | undefined]>([
    ['as the answer', aRefusal(410)],
    ['as an event', undefined],
  ])(
    'lists again without a pause when its version is too old (410 %s)',
    async (_, refusal) => {
      const watch = aWatch();
      const reflector = start(
        aList(['a', 'gone'], { resourceVersion: '5' }),
        refusal ?? watch.open,
        aList(['a', 'new'], { resourceVersion: '50' }),
      );
      await reflector.requests(2);
      watch.send('ERROR', { kind: 'Status', code: 410, message: 'too old' });
      expect(await reflector.requests(4)).toMatchObject({
        watch: true,
        resourceVersion: '50',
      });
      expect(reflector.sink.names()).toEqual(['a', 'new']);
      expect(reflector.sink.state()).toMatchObject({ kind: 'live' });
      await reflector.stop();
    },
  );

  it('waits when its version is too old twice in a row', async () => {
    const reflector = start(
      aList([], { resourceVersion: '5' }),
      aRefusal(410),
      aList([], { resourceVersion: '5' }),
      aRefusal(410),
    );
    await until(
      () => reflector.clock.sleeping(),
      sleeping => sleeping[0] === 3_000,
    );
    expect(reflector.asked).toHaveLength(4);
    await reflector.stop();
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-served'],
  ])(
    'is dark after a %d, keeps the reason and asks again, in the end slowly',
    async (status, reason) => {
      const reflector = start(
        ...Array<Answer>(5).fill(aRefusal(status)),
        aList(['a'], { resourceVersion: '5' }),
      );
      for (const pause of [1_500, 3_000, 6_000, 12_000, 75_000]) {
        await until(
          () => reflector.clock.sleeping(),
          sleeping => sleeping.length === 1 && sleeping[0] === pause,
        );
        expect(reflector.sink.state()).toMatchObject({
          kind: 'dark',
          since: '2026-01-01T12:00:00.000Z',
          problem: {
            reason,
            message: expect.stringContaining(`words of ${status}`),
            nextTryAt: new Date(
              reflector.clock.now().getTime() + pause,
            ).toISOString(),
          },
        });
        reflector.clock.advance(pause);
      }
      await reflector.requests(7);
      expect(reflector.sink.names()).toEqual(['a']);
      expect(reflector.sink.state()).toMatchObject({ kind: 'live' });
      await reflector.stop();
    },
  );

  it('keeps what it knows while refused, and says as of when', async () => {
    const watch = aWatch();
    const reflector = start(
      aList(['a'], { resourceVersion: '5' }),
      watch.open,
      aRefusal(403),
    );
    await reflector.requests(2);
    reflector.clock.advance(2_000);
    watch.end();
    const state = await until(
      () => reflector.sink.state(),
      found => found?.kind === 'stale',
    );
    expect(state).toMatchObject({
      asOf: '2026-01-01T12:00:00.000Z',
      since: '2026-01-01T12:00:02.000Z',
      problem: { reason: 'forbidden' },
    });
    expect(reflector.sink.names()).toEqual(['a']);
    await reflector.stop();
  });

  it('waits longer after each failure, and as at first after a success', async () => {
    const lost = async () => {
      throw new Error('connect ECONNREFUSED');
    };
    const watch = aWatch();
    const reflector = start(
      lost,
      lost,
      aList([], { resourceVersion: '5' }),
      watch.open,
    );
    for (const pause of [1_500, 3_000]) {
      await until(
        () => reflector.clock.sleeping(),
        sleeping => sleeping.length === 1 && sleeping[0] === pause,
      );
      reflector.clock.advance(pause);
    }
    await reflector.requests(4);
    watch.send('BOOKMARK', { metadata: { resourceVersion: '6' } });
    await until(
      () => reflector.sink.states.length,
      count => count === 5,
    );
    watch.breakOff();
    await until(
      () => reflector.clock.sleeping(),
      sleeping => sleeping[0] === 1_500,
    );
    expect(reflector.sink.state()).toMatchObject({
      kind: 'stale',
      problem: {
        reason: 'unreachable',
        message: "Watching pods on cluster 'prod-1' broke off: socket hang up",
      },
    });
    await reflector.stop();
  });

  it('opens a quiet watch anew, and stays live when the cluster answers', async () => {
    const [first, second] = [aWatch(), aWatch()];
    const reflector = start(
      aList([], { resourceVersion: '5' }),
      first.open,
      second.open,
    );
    await reflector.requests(2);
    await until(
      () => reflector.sink.states.length,
      count => count === 2,
    );
    reflector.clock.advance(74_999);
    expect(first.isClosed()).toBe(false);
    reflector.clock.advance(1);
    expect(await reflector.requests(3)).toMatchObject({ resourceVersion: '5' });
    expect(first.isClosed()).toBe(true);
    await until(
      () => reflector.sink.states.length,
      count => count === 3,
    );
    expect(reflector.sink.states.at(-1)).toEqual({
      kind: 'live',
      asOf: '2026-01-01T12:01:15.000Z',
    });
    await reflector.stop();
  });

  it('is stale when the cluster does not answer while a quiet watch is opened anew', async () => {
    const watch = aWatch();
    const reflector = start(aList([], { resourceVersion: '5' }), watch.open);
    await reflector.requests(2);
    await until(
      () => reflector.sink.states.length,
      count => count === 2,
    );
    reflector.clock.advance(75_000);
    await reflector.requests(3);
    await until(
      () => reflector.clock.sleeping(),
      sleeping => sleeping[0] === 75_000,
    );
    reflector.clock.advance(75_000);
    await until(
      () => reflector.clock.sleeping(),
      sleeping => sleeping[0] === 1_500,
    );
    expect(reflector.sink.state()).toMatchObject({
      kind: 'stale',
      asOf: '2026-01-01T12:00:00.000Z',
      problem: { message: expect.stringContaining('nothing for 75 s') },
    });
    await reflector.stop();
  });

  it('skips an object that it does not understand, in a list and in a watch', async () => {
    const watch = aWatch();
    const reflector = start(
      aList(['a', { metadata: {} }, undefined], { resourceVersion: '5' }),
      watch.open,
    );
    await reflector.requests(2);
    watch.send('ADDED', { metadata: { resourceVersion: '6' } });
    watch.send('DELETED', { metadata: { resourceVersion: '7' } });
    watch.send('ADDED', anObject('b', '8'));
    await until(
      () => reflector.sink.names(),
      names => names.includes('b'),
    );
    expect(reflector.sink.names()).toEqual(['a', 'b']);
    expect(reflector.sink.skips).toEqual([
      'metadata.uid is missing',
      'metadata.uid is missing',
      'metadata.uid is missing',
      'a deleted object without metadata.uid',
    ]);
    await reflector.stop();
  });

  it('lists again after a line that is no event', async () => {
    const watch = aWatch();
    const reflector = start(
      aList(['a'], { resourceVersion: '5' }),
      watch.open,
      aList(['b'], { resourceVersion: '9' }),
    );
    await reflector.requests(2);
    watch.write('<html>\n');
    expect(await reflector.requests(4)).toMatchObject({ resourceVersion: '9' });
    expect(reflector.sink.names()).toEqual(['b']);
    await reflector.stop();
  });

  it('keeps the old objects when a list breaks off in the middle', async () => {
    const reflector = start(
      aList(['a'], { resourceVersion: '5' }),
      aRefusal(410),
      aList(['x'], { resourceVersion: '9', continue: 'token' }),
      async () => ({
        status: 200,
        headers: {},
        body: Readable.from([Buffer.from('{"metadata":{"resourceVer')]),
      }),
    );
    await until(
      () => reflector.sink.state(),
      state => state?.kind === 'stale',
    );
    expect(reflector.sink.names()).toEqual(['a']);
    await reflector.stop();
  });

  it('calls a credential that cannot be read unauthorized', async () => {
    const reflector = start(async () => {
      throw new AuthenticationError('The token cannot be read');
    });
    const state = await until(
      () => reflector.sink.state(),
      found => found !== undefined,
    );
    expect(state).toMatchObject({
      kind: 'dark',
      problem: { reason: 'unauthorized', message: 'The token cannot be read' },
    });
    await reflector.stop();
  });

  it('closes its watch and ends when it is told to', async () => {
    const watch = aWatch();
    const reflector = start(aList(['a'], { resourceVersion: '5' }), watch.open);
    await reflector.requests(2);
    await until(
      () => reflector.sink.states.length,
      count => count === 2,
    );
    await reflector.stop();
    expect(watch.isClosed()).toBe(true);
    expect(reflector.clock.sleeping()).toEqual([]);
    expect(reflector.sink.state()).toMatchObject({ kind: 'live' });
  });

  it('reads one namespace where it may read no more, and of Namespaces that one', async () => {
    const inOne = startWith({ namespace: 'payments-team' }, aRefusal(403));
    await inOne.requests(1);
    expect(inOne.asked[0].path).toBe('/api/v1/namespaces/payments-team/pods');
    const state = await until(
      () => inOne.sink.state(),
      found => found !== undefined,
    );
    expect(state).toMatchObject({
      problem: {
        message: expect.stringMatching(
          /^Listing pods in namespace 'payments-team' on cluster 'prod-1' was/,
        ),
      },
    });
    await inOne.stop();

    const itself = startWith({
      resource: { ...pods, plural: 'namespaces', isClusterWide: true },
      namespace: 'payments-team',
    });
    expect(await itself.requests(1)).toMatchObject({
      fieldSelector: 'metadata.name=payments-team',
    });
    expect(itself.asked[0].path).toBe('/api/v1/namespaces');
    await itself.stop();
  });

  describe('of a kind that not every cluster serves', () => {
    const withoutArgo = answer(200, { groups: [{ name: 'apps' }] });
    const withArgo = answer(200, {
      groups: [
        {
          name: 'argoproj.io',
          versions: [{ version: 'v1' }, { version: 'v1alpha1' }],
        },
      ],
    });
    const resources = (...names: string[]) =>
      answer(200, { resources: names.map(name => ({ name })) });
    const paths = ({ asked }: { asked: ClusterRequest[] }) =>
      asked.map(({ path }) => path);

    it.each([403, 404])(
      'says that it is not served where the cluster says so, and not what %d says',
      async status => {
        const reflector = startWith(
          { resource: rollouts },
          aRefusal(status),
          withoutArgo,
        );
        const state = await until(
          () => reflector.sink.state(),
          found => found !== undefined,
        );
        expect(state).toMatchObject({
          kind: 'dark',
          problem: {
            reason: 'not-served',
            message: expect.stringContaining(
              "Cluster 'prod-1' serves no rollouts.argoproj.io",
            ),
          },
        });
        await reflector.stop();
      },
    );

    it('believes a refusal where the kind is served, and where the cluster does not say', async () => {
      for (const answers of [
        [withArgo, resources('rollouts')],
        [aRefusal(403)],
        [answer(200, {})],
      ]) {
        const reflector = startWith(
          { resource: rollouts },
          aRefusal(403),
          ...answers,
        );
        const state = await until(
          () => reflector.sink.state(),
          found => found !== undefined,
        );
        expect(state).toMatchObject({ problem: { reason: 'forbidden' } });
        await reflector.stop();
      }
    });

    it('asks only what is served while the kind is missing, and lists it when it comes', async () => {
      const reflector = startWith(
        { resource: rollouts },
        aRefusal(404),
        withoutArgo,
        withArgo,
        resources('applications'),
        resources('rollouts'),
        aList(['a'], { resourceVersion: '5' }),
      );
      for (const pause of [1_500, 3_000]) {
        await until(
          () => reflector.clock.sleeping(),
          sleeping => sleeping.length === 1 && sleeping[0] === pause,
        );
        reflector.clock.advance(pause);
      }
      // So far one answer did for all: it was not older than 5 s.
      await until(
        () => reflector.clock.sleeping(),
        sleeping => sleeping.length === 1 && sleeping[0] === 6_000,
      );
      expect(paths(reflector)).toEqual([
        '/apis/argoproj.io/v1alpha1/rollouts',
        '/apis',
      ]);
      reflector.clock.advance(6_000);
      await reflector.requests(7);
      // The usual version does not have it any more; the other one does.
      expect(paths(reflector).slice(2)).toEqual([
        '/apis',
        '/apis/argoproj.io/v1alpha1',
        '/apis/argoproj.io/v1',
        '/apis/argoproj.io/v1/rollouts',
        '/apis/argoproj.io/v1/rollouts',
      ]);
      expect(reflector.sink.names()).toEqual(['a']);
      await reflector.stop();
    });

    it('keeps its objects when an API server comes back from a long outage without that kind', async () => {
      const lost = async () => {
        throw new Error('connect ECONNREFUSED');
      };
      const watch = aWatch();
      const reflector = startWith(
        { resource: rollouts },
        aList(['a'], { resourceVersion: '5' }),
        watch.open,
        ...Array<Answer>(6).fill(lost),
        aRefusal(404),
        withoutArgo,
        withArgo,
        resources('rollouts'),
        aList(['a', 'b'], { resourceVersion: '50' }),
      );
      await reflector.requests(2);
      reflector.clock.advance(2_000);
      watch.end();
      // The last three are those after a refusal: soon again, as at a start.
      for (const pause of [
        1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 1_500, 3_000, 6_000,
      ]) {
        await until(
          () => reflector.clock.sleeping(),
          sleeping => sleeping.length === 1 && sleeping[0] === pause,
        );
        expect(reflector.sink.names()).toEqual(['a']);
        reflector.clock.advance(pause);
      }
      await until(
        () => reflector.sink.names(),
        names => names.includes('b'),
      );
      expect(reflector.sink.replacements).toBe(2);
      await reflector.stop();
    });

    it('forgets what it may not read any more, where nobody is told of that', async () => {
      const namesAfterRefusals = async (resource: WatchedResource) => {
        const watch = aWatch();
        const reflector = startWith(
          { resource },
          aList(['a'], { resourceVersion: '5' }),
          watch.open,
          ...Array<Answer>(5).fill(aRefusal(403)),
        );
        await reflector.requests(2);
        reflector.clock.advance(2_000);
        watch.end();
        for (const pause of [1_500, 3_000, 6_000, 12_000]) {
          await until(
            () => reflector.clock.sleeping(),
            sleeping => sleeping.length === 1 && sleeping[0] === pause,
          );
          expect(reflector.sink.names()).toEqual(['a']);
          reflector.clock.advance(pause);
        }
        await until(
          () => reflector.clock.sleeping(),
          sleeping => sleeping.length === 1 && sleeping[0] === 75_000,
        );
        const names = reflector.sink.names();
        await reflector.stop();
        return names;
      };

      // Not optional, so that discovery is not asked in between.
      const served = { ...rollouts, isOptional: false };
      expect(await namesAfterRefusals(served)).toEqual(['a']);
      expect(
        await namesAfterRefusals({ ...served, isDispensable: true }),
      ).toEqual([]);
    });

    it('forgets its objects when it is removed, but not while an API server may be starting', async () => {
      const watch = aWatch();
      const reflector = startWith(
        { resource: rollouts },
        aList(['a'], { resourceVersion: '5' }),
        watch.open,
        aRefusal(404),
        ...Array<Answer>(4).fill(withoutArgo),
      );
      await reflector.requests(2);
      reflector.clock.advance(2_000);
      watch.end();
      for (const pause of [1_500, 3_000, 6_000, 12_000]) {
        await until(
          () => reflector.clock.sleeping(),
          sleeping => sleeping.length === 1 && sleeping[0] === pause,
        );
        expect(reflector.sink.names()).toEqual(['a']);
        reflector.clock.advance(pause);
      }
      await until(
        () => reflector.clock.sleeping(),
        sleeping => sleeping.length === 1 && sleeping[0] === 75_000,
      );
      expect(reflector.sink.names()).toEqual([]);
      expect(reflector.sink.replacements).toBe(2);
      await reflector.stop();
    });
  });
});

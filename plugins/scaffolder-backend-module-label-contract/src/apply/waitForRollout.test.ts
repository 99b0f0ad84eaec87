import type { V1Deployment } from '@kubernetes/client-node';
import { RefusedError } from '../refusal/Refusal';
import { waitForRollout } from './waitForRollout';

const starting: V1Deployment = {
  spec: { replicas: 1, selector: {}, template: {} },
  status: {},
};
const ready: V1Deployment = {
  ...starting,
  status: {
    replicas: 1,
    updatedReplicas: 1,
    readyReplicas: 1,
    availableReplicas: 1,
  },
};
const refused: V1Deployment = {
  ...starting,
  status: {
    conditions: [
      { type: 'ReplicaFailure', status: 'True', message: 'exceeded quota' },
    ],
  },
};

/** Shows one state after the other, the last one for ever; half a second passes with every pause. */
async function watch(states: V1Deployment[], signal?: AbortSignal) {
  const log: string[] = [];
  let time = 0;
  let looks = 0;
  const outcome = await waitForRollout({
    object: { kind: 'Deployment', name: 'a', namespace: 'n' },
    look: async () => ({
      deployment: states[Math.min(looks++, states.length - 1)],
      pods: [],
    }),
    waitSeconds: 10,
    signal,
    log: line => log.push(line),
    now: () => time,
    async sleep(ms) {
      signal?.throwIfAborted();
      time += ms;
    },
  }).catch(error => {
    if (error instanceof RefusedError) {
      return error.refusal;
    }
    throw error;
  });
  return { outcome, log, seconds: time / 1000 };
}

describe('waitForRollout', () => {
  it('writes a line only when something has changed', async () => {
    const { outcome, log } = await watch([starting, starting, starting, ready]);
    expect(outcome.kind).toBe('ready');
    expect(log).toEqual(['Waiting for a: 0 of 1 ready', 'a: 1 of 1 ready']);
  });

  it('gives a refusal of pods five seconds, as it may tell of the past', async () => {
    const lasting = await watch([refused]);
    expect(lasting.outcome).toMatchObject({
      kind: 'pods-refused',
      message: 'exceeded quota',
    });
    expect(lasting.seconds).toBe(5);

    const cured = await watch([refused, refused, starting, ready]);
    expect(cured.outcome.kind).toBe('ready');
  });

  it('counts the five seconds anew when pods could be made in between', async () => {
    const eight = Array.from({ length: 8 }, () => refused);
    const { outcome } = await watch([...eight, starting, ...eight, ready]);
    expect(outcome.kind).toBe('ready');
  });

  it('ends after the time that was given, with the last state', async () => {
    const { outcome, seconds } = await watch([starting]);
    expect(outcome).toMatchObject({
      kind: 'not-ready',
      waitSeconds: 10,
      state: '0 of 1 ready',
    });
    expect(seconds).toBe(10);
  });

  it('ends when it is cancelled', async () => {
    const { outcome } = await watch([starting], AbortSignal.abort());
    expect(outcome).toEqual({ kind: 'cancelled' });
  });
});

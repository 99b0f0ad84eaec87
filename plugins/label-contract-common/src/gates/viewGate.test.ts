import { aMatchedWorkload } from '../testUtils/aMatchedWorkload';
import { viewGate } from './viewGate';

const api = aMatchedWorkload({ name: 'payments-api' });
const gateway = aMatchedWorkload({
  name: 'payments-gateway',
  template: 'payments-gateway',
});

describe('viewGate', () => {
  it('is open where every row and every pod is drawn', () => {
    expect(viewGate([api])).toEqual({
      gate: 'view',
      state: 'open',
      reason: {
        id: 'all-drawn',
        values: { rows: 1, ofRows: 1, pods: 1, ofPods: 1 },
      },
      holdsBack: [],
    });
  });

  it('draws the row of Ticket 1, and no pods in it', () => {
    expect(viewGate([api, gateway])).toEqual({
      gate: 'view',
      state: 'partly',
      reason: {
        id: 'not-all-drawn',
        values: {
          rows: 2,
          ofRows: 2,
          pods: 1,
          ofPods: 2,
          withoutRow: [],
          withoutPods: ['payments-gateway'],
        },
      },
      holdsBack: ['payments-gateway'],
    });
  });

  it('draws neither row nor pods where the object lacks the label', () => {
    const hidden = aMatchedWorkload({ name: 'hidden', object: undefined });
    expect(viewGate([api, hidden])).toMatchObject({
      state: 'partly',
      reason: {
        values: { rows: 1, pods: 1, withoutRow: ['hidden'], withoutPods: [] },
      },
    });
    expect(viewGate([hidden])).toMatchObject({
      state: 'closed',
      reason: { values: { rows: 0, ofRows: 1, pods: 0, ofPods: 1 } },
      holdsBack: ['hidden'],
    });
  });

  it('does not draw pods that were labelled by hand under a template that is wrong', () => {
    const byHand = aMatchedWorkload({
      name: 'by-hand',
      template: undefined,
      pod: 'payments-platform',
    });
    expect(viewGate([byHand])).toMatchObject({
      state: 'partly',
      reason: { values: { pods: 0, ofPods: 1, withoutPods: ['by-hand'] } },
    });
  });

  it('misses pods that do not follow their template', () => {
    const old = aMatchedWorkload({ name: 'old', pod: 'before' });
    expect(viewGate([old])).toMatchObject({
      state: 'partly',
      reason: { values: { pods: 0, ofPods: 1, withoutPods: ['old'] } },
    });
  });

  it('holds back a workload at zero whose next pods will be hidden', () => {
    const asleep = { desiredReplicas: 0, name: 'asleep' };
    expect(viewGate([aMatchedWorkload(asleep)]).state).toBe('open');
    expect(
      viewGate([aMatchedWorkload({ ...asleep, template: undefined })]),
    ).toMatchObject({ state: 'partly', holdsBack: ['asleep'] });
  });

  it('counts two workloads of one name twice', () => {
    const staging = aMatchedWorkload({
      name: 'payments-gateway',
      namespace: 'staging',
      template: undefined,
    });
    expect(viewGate([gateway, staging]).holdsBack).toEqual([
      'payments-gateway',
      'payments-gateway',
    ]);
  });

  it('is unknown where there is nothing to draw', () => {
    expect(viewGate([])).toEqual({
      gate: 'view',
      state: 'unknown',
      reason: { id: 'nothing-matched', values: {} },
      holdsBack: [],
    });
  });
});

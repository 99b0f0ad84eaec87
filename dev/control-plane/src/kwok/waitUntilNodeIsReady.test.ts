import { lookAtNode } from './waitUntilNodeIsReady';

const ready = { conditions: [{ type: 'Ready', status: 'True' }] };

describe('lookAtNode', () => {
  it('waits for a node that nobody has looked at', () => {
    expect(lookAtNode({}).done).toBe(false);
  });

  it('waits for a Ready node until its taint is gone', () => {
    const taints = [
      { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' },
    ];
    expect(lookAtNode({ spec: { taints }, status: ready })).toEqual({
      done: false,
      why: 'the node has the taint node.kubernetes.io/not-ready',
    });
    expect(lookAtNode({ spec: {}, status: ready }).done).toBe(true);
  });
});

import { WatchState } from '../facts/Facts';
import { aCluster } from '../testUtils/someFacts';
import { evaluateCluster } from './evaluateCluster';

const now = new Date('2026-01-01T10:00:00Z');
const forbidden: WatchState = {
  kind: 'dark',
  since: '2026-01-01T09:31:00Z',
  problem: { reason: 'forbidden', message: 'It is forbidden.' },
};

describe('evaluateCluster', () => {
  it('gives the state of the cluster and of each kind, and what is wrong', () => {
    const cluster = aCluster('prod-east', undefined, { Ingress: forbidden });

    expect(evaluateCluster({ cluster, now })).toMatchObject({
      name: 'prod-east',
      state: { kind: 'live' },
      watches: { Ingress: forbidden, Pod: { kind: 'live' } },
      findings: [{ rule: 'kind-readable', severity: 'warning' }],
    });
  });

  it('puts what is wrong with the whole cluster before what is wrong with a kind', () => {
    const cluster = aCluster('prod-east', undefined, {
      Ingress: forbidden,
      Pod: {
        ...forbidden,
        problem: { reason: 'unauthorized', message: 'Who are you?' },
      },
    });

    expect(
      evaluateCluster({ cluster, now }).findings.map(({ rule }) => rule),
    ).toEqual(['credentials-accepted', 'kind-readable']);
  });

  it('names the namespaces where only some are read', () => {
    const cluster = { ...aCluster('prod-east'), namespaces: ['shop'] };

    expect(evaluateCluster({ cluster, now }).namespaces).toEqual(['shop']);
  });
});

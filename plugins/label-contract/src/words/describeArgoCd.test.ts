import { ManagerFacts } from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { describeReversal } from './describeCost';
import { describeHow } from './describeHow';

const t = englishWords();

const workload = {
  cluster: 'prod-east',
  namespace: 'payments-team',
  kind: 'Deployment',
  name: 'payments-gateway',
  uid: '1',
} as const;

function argoCd(selfHeals?: boolean): ManagerFacts {
  return { tool: 'argo-cd', ref: 'payments', selfHeals };
}

describe('what Argo CD does by itself', () => {
  it.each([
    [true, /has self-heal on and brings this back within seconds/],
    [false, /has self-heal off, so this stays until somebody syncs it/],
    [undefined, /^Bring back what .* has; the cluster has drifted/],
  ])('is said of a workload that has drifted (heals: %s)', (heals, words) => {
    expect(
      describeHow({ kind: 'sync', workload, manager: argoCd(heals) }, t),
    ).toMatch(words);
  });

  it.each([
    ['within-seconds', true, /takes this back within seconds\.$/],
    ['at-next-sync', false, /takes this back with its next sync\.$/],
    [
      'at-next-sync',
      undefined,
      /sync, or within seconds where self-heal is on/,
    ],
  ] as const)('is said of a patch: %s (heals: %s)', (when, heals, words) => {
    expect(describeReversal({ when, manager: argoCd(heals) }, t)).toMatch(
      words,
    );
  });
});

import { HistoryTransition } from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { sampleHistory } from '../testUtils/sampleHistory';
import { describeTransition } from './describeTransition';
import { groupTransitions, TransitionGroup } from './groupTransitions';

const now = new Date('2026-01-05T10:00:00Z');
const [patched, unwatched, created, claimed] = groupTransitions(
  sampleHistory(now).transitions,
) as [TransitionGroup, TransitionGroup, TransitionGroup, TransitionGroup];

const wordsOf = (group: TransitionGroup) =>
  describeTransition({ group, now: now.getTime() }, englishWords());

function claimOf(
  change: { was?: string; is?: string },
  between = { from: now.toISOString(), to: now.toISOString() },
): TransitionGroup {
  const transition: HistoryTransition = {
    kind: 'claim',
    ...change,
    between,
  };
  return [transition];
}

describe('describeTransition', () => {
  it('names the workload, the label, and the hand by its field manager', () => {
    const { mark, title, detail, by } = wordsOf(patched);
    expect(mark).toBe('left');
    expect(title).toContain('payments-gateway');
    expect(detail).toContain('pod template');
    expect(by).toContain('kubectl-patch');
  });

  it('says that Kubernetes does not record who removed a label', () => {
    expect(wordsOf(unwatched).by).toMatch(/not recorded by Kubernetes/);
  });

  it('says between when and when, where nobody watched', () => {
    expect(wordsOf(unwatched).time).toMatch(/^Between .+ and .+/);
    expect(wordsOf(patched).time).not.toMatch(/between/i);
  });

  it('calls the day of the reader today, and names every other, once', () => {
    const noon = new Date(2026, 0, 5, 12).getTime();
    const at = (from: number, to = from) =>
      describeTransition(
        {
          group: claimOf(
            { is: 'app=new' },
            {
              from: new Date(noon - from * 3_600_000).toISOString(),
              to: new Date(noon - to * 3_600_000).toISOString(),
            },
          ),
          now: noon,
        },
        englishWords(),
      ).time;
    expect(at(2)).toMatch(/^Today, \d/);
    expect(at(13)).toMatch(/^Jan 4, /);
    expect(at(36, 35)).toMatch(/^Between Jan 4, .+ and \d/);
    expect(at(60, 36)).toMatch(/^Between Jan 3, .+ and Jan 4, /);
  });

  it('counts what came at once, and names no hand for what was created', () => {
    const { mark, title, by } = wordsOf(created);
    expect(mark).toBe('entered');
    expect(title).toMatch(/^3 workloads /);
    expect(by).toBeUndefined();
  });

  it('tells a claim that was made, changed and dropped apart', () => {
    expect(wordsOf(claimed).mark).toBe('claim');
    const titles = [
      claimOf({ is: 'app=new' }),
      claimOf({ was: 'app=old', is: 'app=new' }),
      claimOf({ was: 'app=old' }),
    ].map(group => wordsOf(group).title);
    expect(new Set(titles).size).toBe(3);
    expect(titles[1]).toMatch(/app=old.*app=new/);
  });
});

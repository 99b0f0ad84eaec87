import { englishWords } from '../__testUtils__/englishWords';
import { germanWords } from '../__testUtils__/germanWords';
import { messages } from '../messages/messages';
import german from './de';
import { flattenMessages } from './flattenMessages';

const english = flattenMessages(messages);
const keys = Object.keys(english) as (keyof typeof english)[];

/** Keys of what reads the same in both languages: names, signs, and words that German has taken over. */
const SAME: readonly string[] = [
  'clusterPanel.here',
  'clusterRow.cluster',
  'clusterRow.unknown',
  'clusterRow.workloads',
  'clusterState.live',
  'clusters.live',
  'fix.manager.flux',
  'fix.patch',
  'fleetFilter.cluster',
  'fleetFilter.namespace',
  'fleetFilter.some',
  'fleetFilter.system',
  'fleetRow.unknown',
  'fleetRow.who',
  'fleetRow.zero',
  'fleetTotals.part',
  'fleetTotals.team',
  'gate.cluster',
  'gate.tab',
  'gates.drawn',
  'gates.drawnAndOld',
  'health.job.at',
  'list.comma',
  'locale.number',
  'pods.ofWorkload',
  'unchecked.rule',
  'unclaimedRow.workload',
  'workloads.labels',
  'workloads.name',
  'workloads.title',
];

/** Calls and pleas, quotation marks of other languages, blanks that nobody sees. */
const FORBIDDEN = /!|\bbitte\b|["']|”|“[^“„]*“|^ | {2}| $/i;

/** What is put into a text: `{{placeholder}}`, with its format, and `$t(key)`. */
function insertsOf(text: string): string[] {
  return [...new Set(text.match(/\{\{.*?\}\}|\$t\(.*?\)/g))].sort();
}

/** Every language besides English. */
const LANGUAGES = { de: german };

describe.each(Object.entries(LANGUAGES))('the words of %s', (tag, words) => {
  it('are those of all English keys, and of no others', () => {
    expect(Object.keys(words).sort()).toEqual([...keys].sort());
  });

  it('take in what the English ones do', () => {
    expect(
      keys.filter(
        key => insertsOf(words[key]).join() !== insertsOf(english[key]).join(),
      ),
    ).toEqual([]);
  });

  it('end in a full stop where the English ones do', () => {
    const endsInStop = (text: string) => text.endsWith('.');
    expect(
      keys.filter(key => endsInStop(words[key]) !== endsInStop(english[key])),
    ).toEqual([]);
  });

  it('say which language they are', () => {
    expect(words['locale.language']).toBe(tag);
  });
});

describe('the German words', () => {
  it('are not the English ones, but for those that are the same', () => {
    expect(keys.filter(key => german[key] === english[key]).sort()).toEqual(
      SAME,
    );
  });

  it('are calm, neat, and none is empty', () => {
    expect(
      keys.filter(key => !german[key] || FORBIDDEN.test(german[key])),
    ).toEqual([]);
  });

  it('are loaded when the portal is in German, and count', async () => {
    const t = await germanWords();
    expect(t('locale.language')).toBe('de');
    expect(t('clusterPanel.pods', { count: 1 })).toBe('1 Pod');
    expect(t('clusterPanel.pods', { count: 2 })).toBe('2 Pods');
  });
});

describe('the English words', () => {
  it('say that they are English', () => {
    expect(englishWords()('locale.language')).toBe('en');
  });
});

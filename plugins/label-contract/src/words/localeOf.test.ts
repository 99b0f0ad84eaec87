import { englishWords } from '../__testUtils__/englishWords';
import { germanWords } from '../__testUtils__/germanWords';
import { localeOf } from './localeOf';

function browserSpeaks(...languages: string[]) {
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('localeOf', () => {
  it("takes the reader's own variant of the language", async () => {
    browserSpeaks('fr', 'de-CH', 'de', 'en-GB');
    expect(localeOf(await germanWords())).toBe('de-CH');
    expect(localeOf(englishWords())).toBe('en-GB');
  });

  it('takes the language of the words where the browser speaks another', async () => {
    browserSpeaks('fr-FR', 'en-US');
    expect(localeOf(await germanWords())).toBe('de');
  });

  it('takes no language that begins with the same letters', () => {
    browserSpeaks('enm', 'en-AU');
    expect(localeOf(englishWords())).toBe('en-AU');
  });
});

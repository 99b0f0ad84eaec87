import { englishWords } from '../__testUtils__/englishWords';
import { germanWords } from '../__testUtils__/germanWords';
import { describeNumber } from './describeNumber';

describe('describeNumber', () => {
  it('groups digits as the language does', async () => {
    expect(describeNumber(12_345, englishWords())).toBe('12,345');
    expect(describeNumber(12_345, await germanWords())).toBe('12.345');
  });

  it('is of one mind with the messages that count', async () => {
    const count = { count: 12_345 };
    expect(englishWords()('clusterPanel.pods', count)).toBe('12,345 pods');
    expect((await germanWords())('clusterPanel.pods', count)).toBe(
      '12.345 Pods',
    );
  });
});

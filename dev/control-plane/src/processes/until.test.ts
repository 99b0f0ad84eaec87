import { until } from './until';

describe('until', () => {
  it('asks until the answer is as wanted, and returns it', async () => {
    let asked = 0;
    const answer = await until(
      () => {
        asked += 1;
        return asked;
      },
      number => number === 3,
      { intervalMilliseconds: 0 },
    );
    expect(answer).toBe(3);
    expect(asked).toBe(3);
  });

  it('ends with the last answer', async () => {
    await expect(
      until(
        async () => ({ pods: 1 }),
        ({ pods }) => pods === 2,
        { what: 'two pods', timeoutSeconds: 0.01, intervalMilliseconds: 1 },
      ),
    ).rejects.toThrow(
      'Waited 0.01 seconds for two pods; at the last look: {\n  "pods": 1\n}',
    );
  });

  it('ends at once when asking fails', async () => {
    await expect(
      until(
        () => Promise.reject(new Error('nobody there')),
        () => false,
      ),
    ).rejects.toThrow('nobody there');
  });
});

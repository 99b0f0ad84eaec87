import { waitUntil } from './waitUntil';

describe('waitUntil', () => {
  it('looks until the look says that it is done', async () => {
    let looks = 0;
    const value = await waitUntil(
      async () => {
        looks += 1;
        return looks === 3
          ? { done: true, value: 'found' }
          : { done: false, why: 'too early' };
      },
      { what: 'the third look', timeoutSeconds: 5, intervalMilliseconds: 1 },
    );
    expect(value).toBe('found');
    expect(looks).toBe(3);
  });

  it('ends with what was waited for and why it is not there', async () => {
    await expect(
      waitUntil(async () => ({ done: false, why: 'nobody came' }), {
        what: 'a guest',
        timeoutSeconds: 0.01,
        intervalMilliseconds: 1,
      }),
    ).rejects.toThrow(
      'Waited 0.01 seconds for a guest; at the last look: nobody came',
    );
  });

  it('ends at once when it is aborted', async () => {
    const controller = new AbortController();
    const waiting = waitUntil(
      async () => {
        controller.abort(new Error('no longer wanted'));
        return { done: false, why: 'nobody came' };
      },
      { what: 'a guest', timeoutSeconds: 60, signal: controller.signal },
    );
    await expect(waiting).rejects.toThrow();
  });
});

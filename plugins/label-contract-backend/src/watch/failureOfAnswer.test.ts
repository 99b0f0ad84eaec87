import { failureOfAnswer } from './failureOfAnswer';

const asked = "Listing pods on cluster 'prod-1'";

describe('failureOfAnswer', () => {
  it.each([
    { status: 401, reason: 'unauthorized', cure: 'wait' },
    { status: 403, reason: 'forbidden', cure: 'wait' },
    { status: 404, reason: 'not-served', cure: 'wait' },
    { status: 410, reason: 'unreachable', cure: 'relist' },
    { status: 429, reason: 'unreachable', cure: 'resume' },
    { status: 503, reason: 'unreachable', cure: 'resume' },
  ])('takes $status for $reason and does: $cure', ({ status, ...expected }) => {
    const failure = failureOfAnswer({ asked, status });
    expect({ reason: failure.problem.reason, cure: failure.cure }).toEqual(
      expected,
    );
  });

  it('says what was asked, what was answered and what to do', () => {
    const failure = failureOfAnswer({
      asked,
      status: 403,
      words: 'pods is forbidden',
    });
    expect(failure.problem.message).toBe(
      "Listing pods on cluster 'prod-1' was answered with 403: pods is forbidden; " +
        "grant get, list and watch to the portal's ServiceAccount",
    );
  });

  it('keeps no more than 300 characters of what a cluster says', () => {
    const failure = failureOfAnswer({
      asked,
      status: 500,
      words: 'x'.repeat(10_000),
    });
    expect(failure.problem.message.match(/x+/)?.[0]).toHaveLength(300);
  });
});

/** Milliseconds of a pause at most: who asks for a longer one is told to the user instead. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Milliseconds until a refused request is to be sent again; undefined where the answer is final. With 429 the API
 * server has not begun the request (`k8s.io/apiserver`, priority and fairness); client-go reads the header on the
 * same statuses. One that was begun all the same is found by its resource version, or answers 409.
 */
export function retryAfterOf(answer: {
  status: number;
  /** With names in lower case. */
  headers: Readonly<Record<string, string>>;
}): number | undefined {
  const { status, headers } = answer;
  if (status !== 429 && status < 500) {
    return undefined;
  }
  const { 'retry-after': seconds = '' } = headers;
  // The header may be a date, too, which no API server sends.
  const pause = /^\d+$/.test(seconds) ? Number(seconds) * 1000 : Infinity;
  return pause <= LONGEST_PAUSE_MS ? pause : undefined;
}

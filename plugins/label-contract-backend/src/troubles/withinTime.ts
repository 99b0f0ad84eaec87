/** Ends what it runs when the signal is aborted, or after some time. */
export async function withinTime<Answer>(
  options: { signal: AbortSignal; milliseconds: number },
  run: (limited: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const { signal, milliseconds } = options;
  // Not AbortSignal.any: the outer signal lives as long as the process, and this listener must not.
  const attempt = new AbortController();
  const giveUp = () => attempt.abort(signal.reason);
  const timer = setTimeout(
    () => attempt.abort(new Error(`no answer within ${milliseconds} ms`)),
    milliseconds,
  );
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await run(attempt.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

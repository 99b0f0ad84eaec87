/** A signal that is aborted when this process is asked to end. */
export function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stopping.abort(new Error(`Stopped by ${name}`)));
  }
  return stopping.signal;
}

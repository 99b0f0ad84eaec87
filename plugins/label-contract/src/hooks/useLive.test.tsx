import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { useLive } from './useLive';

/** Signals as a test sends them. */
function aSignalApi() {
  const listeners = new Set<(generation: number) => void>();
  const api: SignalApi = {
    subscribe(_channel, onMessage) {
      const listener = (generation: number) =>
        onMessage(JSON.parse(JSON.stringify({ generation })));
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  return {
    api,
    send: (generation: number) =>
      act(() => listeners.forEach(listener => listener(generation))),
  };
}

function hookWith(options: {
  ask: () => Promise<{ body: string }>;
  keepsLast?: boolean;
  signals?: ReturnType<typeof aSignalApi>;
}) {
  const { ask, keepsLast, signals = aSignalApi() } = options;
  const wrapper = ({ children }: { children?: ReactNode }) => (
    <TestApiProvider apis={[[signalApiRef, signals.api]]}>
      {children}
    </TestApiProvider>
  );
  return renderHook(
    ({ key }: { key: string }) =>
      useLive({ key, ask, keepsLast, intervalMilliseconds: 60_000 }),
    { wrapper, initialProps: { key: 'first' } },
  );
}

const never = new Promise<{ body: string }>(() => {});

describe('useLive', () => {
  it('asks soon after a signal, long before its turn', async () => {
    const signals = aSignalApi();
    const ask = jest
      .fn()
      .mockResolvedValueOnce({ body: 'old' })
      .mockResolvedValue({ body: 'new' });
    const { result } = hookWith({ ask, signals });
    await waitFor(() => expect(result.current.state.kind).toBe('answered'));

    signals.send(1);
    signals.send(2);

    await waitFor(
      () =>
        expect(result.current.state).toMatchObject({ last: { body: 'new' } }),
      { timeout: 10_000 },
    );
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again where a signal came while it was asking: the answer may be older', async () => {
    const signals = aSignalApi();
    let answer: (answer: { body: string }) => void = () => {};
    const ask = jest
      .fn()
      .mockReturnValueOnce(
        new Promise(resolve => {
          answer = resolve;
        }),
      )
      .mockResolvedValue({ body: 'new' });
    const { result } = hookWith({ ask, signals });

    signals.send(1);
    expect(ask).toHaveBeenCalledTimes(1);
    await act(async () => answer({ body: 'old' }));

    await waitFor(
      () =>
        expect(result.current.state).toMatchObject({ last: { body: 'new' } }),
      { timeout: 10_000 },
    );
  });

  it('keeps the answer to the last question on screen, where told to, and says so', async () => {
    const ask = jest
      .fn()
      .mockResolvedValueOnce({ body: 'one' })
      .mockReturnValue(never);
    const { result, rerender } = hookWith({ ask, keepsLast: true });
    await waitFor(() => expect(result.current.state.kind).toBe('answered'));
    expect(result.current.isBehind).toBe(false);

    rerender({ key: 'second' });

    expect(result.current.state).toMatchObject({ last: { body: 'one' } });
    expect(result.current.isBehind).toBe(true);
  });

  it('loads anew for another question elsewhere', async () => {
    const ask = jest
      .fn()
      .mockResolvedValueOnce({ body: 'one' })
      .mockReturnValue(never);
    const { result, rerender } = hookWith({ ask });
    await waitFor(() => expect(result.current.state.kind).toBe('answered'));

    rerender({ key: 'second' });
    expect(result.current.state).toEqual({ kind: 'loading' });
  });
});

import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { LabelContractApi, labelContractApiRef } from '../api/LabelContractApi';
import { sampleReports } from '../testUtils/sampleReports';
import { useEntityReport } from './useEntityReport';

const report = sampleReports(new Date()).met;
const entityRef = 'component:default/payments-platform';

class StatusError extends Error {
  constructor(readonly statusCode: number) {
    super(`answered ${statusCode}`);
  }
}

function hookWith(
  getEntityReport: LabelContractApi['getEntityReport'],
  intervalMilliseconds = 10,
) {
  const wrapper = ({ children }: { children?: ReactNode }) => (
    <TestApiProvider apis={[[labelContractApiRef, { getEntityReport }]]}>
      {children}
    </TestApiProvider>
  );
  return renderHook(
    (props: { entityRef: string }) =>
      useEntityReport(props.entityRef, { intervalMilliseconds }),
    { wrapper, initialProps: { entityRef } },
  );
}

function setHidden(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: isHidden,
  });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('useEntityReport', () => {
  afterEach(() => setHidden(false));

  it('asks for the entity, and again after the interval', async () => {
    const getEntityReport = jest.fn().mockResolvedValue({ body: report });
    const { result } = hookWith(getEntityReport);

    expect(result.current.state).toEqual({ kind: 'loading' });
    await waitFor(() =>
      expect(getEntityReport.mock.calls.length).toBeGreaterThan(2),
    );
    expect(getEntityReport).toHaveBeenLastCalledWith(
      { kind: 'component', namespace: 'default', name: 'payments-platform' },
      { signal: expect.any(AbortSignal) },
    );
    expect(result.current.state).toMatchObject({
      kind: 'answered',
      last: { body: report },
    });
  });

  it('keeps the answer on screen while a request is under way, and when it fails', async () => {
    const getEntityReport = jest
      .fn()
      .mockResolvedValueOnce({ body: report })
      .mockRejectedValueOnce(new StatusError(503))
      .mockReturnValue(new Promise(() => {}));
    const { result } = hookWith(getEntityReport);

    await waitFor(() => expect(result.current.state.kind).toBe('failed'));
    expect(result.current.state).toMatchObject({
      status: 503,
      last: { body: report },
    });
    await waitFor(() => expect(getEntityReport).toHaveBeenCalledTimes(3));
    expect(result.current.state).toMatchObject({ last: { body: report } });
  });

  it('asks at once when told to', async () => {
    const getEntityReport = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('fetch failed'))
      .mockResolvedValue({ body: report });
    const { result } = hookWith(getEntityReport, 60_000);
    await waitFor(() =>
      expect(result.current.state).toEqual({
        kind: 'failed',
        status: undefined,
        last: undefined,
      }),
    );

    act(() => result.current.refresh());

    await waitFor(() => expect(result.current.state.kind).toBe('answered'));
  });

  it('pauses while the page is hidden and asks at once when it is shown', async () => {
    let answer: () => void = () => {};
    const getEntityReport = jest.fn(
      () =>
        new Promise<{ body: typeof report }>(resolve => {
          answer = () => resolve({ body: report });
        }),
    );
    const { result } = hookWith(getEntityReport, 0);
    setHidden(true);
    await act(async () => answer());
    await waitFor(() => expect(result.current.state.kind).toBe('answered'));
    expect(getEntityReport).toHaveBeenCalledTimes(1);

    setHidden(false);
    expect(getEntityReport).toHaveBeenCalledTimes(2);
  });

  it('aborts the request of an entity that is not shown any more', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const getEntityReport: LabelContractApi['getEntityReport'] = (
      _entity,
      options,
    ) => {
      signals.push(options?.signal);
      return new Promise(() => {});
    };
    const { rerender, unmount } = hookWith(getEntityReport);

    rerender({ entityRef: 'component:default/weather-app' });
    expect(signals.map(signal => signal?.aborted)).toEqual([true, false]);
    unmount();
    expect(signals.map(signal => signal?.aborted)).toEqual([true, true]);
  });

  it('never shows the report of one entity on the page of another', async () => {
    const getEntityReport = jest
      .fn()
      .mockResolvedValueOnce({ body: report })
      .mockReturnValue(new Promise(() => {}));
    const { result, rerender } = hookWith(getEntityReport, 60_000);
    await waitFor(() => expect(result.current.state.kind).toBe('answered'));

    rerender({ entityRef: 'component:default/weather-app' });
    expect(result.current.state).toEqual({ kind: 'loading' });
  });
});

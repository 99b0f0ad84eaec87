import { mockApis, registerMswTestHooks } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { LabelContractClient } from '../api/LabelContractClient';
import { saveBlob } from './saveBlob';
import { useExport } from './useExport';

jest.mock('./saveBlob', () => ({ saveBlob: jest.fn() }));

const server = setupServer();
const client = new LabelContractClient({
  discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
  fetchApi: { fetch: (input, init) => fetch(input, init) },
});

function anExport() {
  const { result } = renderHook(() =>
    useExport({
      ask: () => client.getFleetTable({ acts: ['ops'] }),
      fileName: 'fleet.csv',
    }),
  );
  return {
    state: () => result.current.state,
    start: () => act(() => result.current.start()),
  };
}

describe('useExport', () => {
  registerMswTestHooks(server);
  beforeEach(() => jest.mocked(saveBlob).mockClear());

  it('saves what the backend answers, under the name it is given', async () => {
    server.use(
      http.get('http://portal.test/*', () =>
        HttpResponse.text('service,owner'),
      ),
    );
    const table = anExport();
    expect(table.state()).toBe('idle');
    table.start();
    expect(table.state()).toBe('exporting');
    await waitFor(() => expect(table.state()).toBe('idle'));

    expect(saveBlob).toHaveBeenCalledTimes(1);
    const [blob, fileName] = jest.mocked(saveBlob).mock.calls[0]!;
    expect(fileName).toBe('fleet.csv');
    expect(blob.size).toBe('service,owner'.length);
  });

  it.each([403, 500])('saves nothing on %s, and says so', async status => {
    server.use(
      http.get('http://portal.test/*', () => HttpResponse.json({}, { status })),
    );
    const table = anExport();
    table.start();
    await waitFor(() => expect(table.state()).toBe('failed'));
    expect(saveBlob).not.toHaveBeenCalled();
  });

  it('can be tried again after it failed', async () => {
    server.use(
      http.get('http://portal.test/*', () => HttpResponse.error(), {
        once: true,
      }),
      http.get('http://portal.test/*', () => HttpResponse.text('service')),
    );
    const table = anExport();
    table.start();
    await waitFor(() => expect(table.state()).toBe('failed'));
    table.start();
    await waitFor(() => expect(table.state()).toBe('idle'));
    expect(saveBlob).toHaveBeenCalledTimes(1);
  });

  it('asks once, however often it is started meanwhile', async () => {
    let asked = 0;
    server.use(
      http.get('http://portal.test/*', () => {
        asked += 1;
        return HttpResponse.text('service');
      }),
    );
    const table = anExport();
    table.start();
    table.start();
    await waitFor(() => expect(table.state()).toBe('idle'));
    expect(asked).toBe(1);
  });
});

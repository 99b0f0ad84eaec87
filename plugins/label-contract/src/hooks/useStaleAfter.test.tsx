import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { renderHook } from '@testing-library/react';
import { JsonValue } from '@backstage/types';
import { ReactNode } from 'react';
import { useStaleAfter } from './useStaleAfter';

function staleAfterOf(staleAfter?: JsonValue): number {
  const config = mockApis.config({
    data: staleAfter === undefined ? {} : { labelContract: { staleAfter } },
  });
  const { result } = renderHook(() => useStaleAfter(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[configApiRef, config]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return result.current;
}

describe('useStaleAfter', () => {
  it('is two minutes when nothing is configured', () => {
    expect(staleAfterOf()).toBe(120_000);
  });

  it.each([[{ minutes: 5, seconds: 30 }], ['330s'], ['PT5M30S']])(
    'is what %j says',
    staleAfter => {
      expect(staleAfterOf(staleAfter)).toBe(330_000);
    },
  );

  it('shows the page all the same where the setting makes no sense', () => {
    expect(staleAfterOf('soon')).toBe(120_000);
  });
});

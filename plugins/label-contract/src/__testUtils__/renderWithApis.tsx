import {
  AnyApiRef,
  configApiRef,
  errorApiRef,
  storageApiRef,
} from '@backstage/core-plugin-api';
import { MockErrorApi, TestApiProvider, mockApis } from '@backstage/test-utils';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { RenderResult, render } from '@testing-library/react';
import { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';

/** Renders inside the APIs that a shell always has; more can be given. */
export function renderWithApis(
  element: ReactElement,
  options: { apis?: readonly (readonly [AnyApiRef, object])[] } = {},
): RenderResult {
  const wrap = (child: ReactElement) => (
    <MemoryRouter>
      <TestApiProvider
        apis={[
          [errorApiRef, new MockErrorApi()],
          [configApiRef, mockApis.config()],
          [storageApiRef, mockApis.storage()],
          [translationApiRef, mockApis.translation()],
          ...(options.apis ?? []),
        ]}
      >
        {child}
      </TestApiProvider>
    </MemoryRouter>
  );
  const result = render(wrap(element));
  return {
    ...result,
    rerender: next => result.rerender(wrap(<>{next}</>)),
  };
}

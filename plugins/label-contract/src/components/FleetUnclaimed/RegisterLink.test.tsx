import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { RegisterLink } from './RegisterLink';

function showLink(registerPage: unknown): void {
  renderWithApis(<RegisterLink />, {
    apis: [
      [
        configApiRef,
        mockApis.config({ data: { labelContract: { registerPage } as {} } }),
      ],
    ],
  });
}

describe('RegisterLink', () => {
  it.each(['/catalog-import', 'https://wiki.example.com/register'])(
    'leads to %s',
    address => {
      showLink(address);
      expect(
        screen.getByRole('link', { name: /^Register a service/ }),
      ).toHaveAttribute('href', address);
    },
  );

  it.each([
    undefined,
    '',
    'catalog-import',
    '//elsewhere.example.com',
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    7,
  ])('is words alone where the page is %p', address => {
    showLink(address);
    expect(screen.getByText('Register a service')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { DeployLink } from './DeployLink';

function showLink(deployTemplate: unknown): void {
  renderWithApis(<DeployLink serviceName="order-tracker" />, {
    apis: [
      [
        configApiRef,
        mockApis.config({
          data: { labelContract: { deployTemplate } as {} },
        }),
      ],
    ],
  });
}

/** What the form of the template finds in its address. */
function linked(): { path: string; formData: unknown } {
  const { pathname, searchParams } = new URL(
    screen
      .getByRole<HTMLAnchorElement>('link', {
        name: 'Deploy it with a template',
      })
      .getAttribute('href') ?? '',
    'https://portal.test',
  );
  return {
    path: pathname,
    formData: JSON.parse(searchParams.get('formData') ?? ''),
  };
}

describe('DeployLink', () => {
  it.each([
    ['template:default/deploy', '/create/templates/default/deploy'],
    ['Template:platform/deploy', '/create/templates/platform/deploy'],
    ['deploy', '/create/templates/default/deploy'],
  ])('leads to the form of %s with the name filled in', (template, path) => {
    showLink(template);
    expect(linked()).toEqual({
      path,
      formData: { serviceName: 'order-tracker' },
    });
  });

  it.each([undefined, '', 'component:default/deploy', 'template:', ':/', 7])(
    'leads nowhere where the template is %p',
    template => {
      showLink(template);
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );
});

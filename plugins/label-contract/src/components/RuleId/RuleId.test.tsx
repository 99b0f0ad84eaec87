import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { RuleId } from './RuleId';

function showRule(rulePages?: unknown) {
  renderWithApis(<RuleId rule="claim-kept" />, {
    apis: [
      [
        configApiRef,
        mockApis.config({ data: { labelContract: { rulePages } as {} } }),
      ],
    ],
  });
}

describe('RuleId', () => {
  it('is plain text where nobody says where the pages are', () => {
    showRule();
    expect(screen.getByText('claim-kept')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it.each([
    ['https://docs.test/rules', 'https://docs.test/rules/claim-kept'],
    ['https://docs.test/rules/', 'https://docs.test/rules/claim-kept'],
    ['https://docs.test/{rule}.html', 'https://docs.test/claim-kept.html'],
    [
      '/docs/default/component/rules',
      '/docs/default/component/rules/claim-kept',
    ],
  ])('leads from %s to %s', (pages, address) => {
    showRule(pages);
    expect(screen.getByRole('link', { name: /^claim-kept/ })).toHaveAttribute(
      'href',
      address,
    );
  });

  it.each(['data:text/html,rules', '//elsewhere.test', 'rules', 7])(
    'does not lead to %p',
    pages => {
      showRule(pages);
      expect(screen.getByText('claim-kept')).toBeVisible();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );
});

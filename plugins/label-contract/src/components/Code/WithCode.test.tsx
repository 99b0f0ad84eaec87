import { render } from '@testing-library/react';
import { WithCode } from './WithCode';

function shown(text: string, code?: string) {
  const { container } = render(<WithCode text={text} code={code} />);
  return {
    text: container.textContent,
    codes: [...container.querySelectorAll('code')].map(
      ({ textContent }) => textContent,
    ),
  };
}

describe('WithCode', () => {
  it('sets a name as code where it first stands, and loses nothing', () => {
    const text = 'Asked for a=b in namespace a=b.';
    expect(shown(text, 'a=b')).toEqual({ text, codes: ['a=b'] });
  });

  it.each([undefined, '', 'not in it'])('is plain text for %p', code => {
    const text = 'All is well.';
    expect(shown(text, code)).toEqual({ text, codes: [] });
  });
});

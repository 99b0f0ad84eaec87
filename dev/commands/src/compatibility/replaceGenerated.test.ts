import { replaceGenerated } from './replaceGenerated';

const page = `# Before

<!-- Generated from the results of the tests by "npm run docs:compatibility"; do not edit. -->
old
<!-- End of what is generated. -->

After
`;

describe('replaceGenerated', () => {
  it('replaces what is between the comments, and nothing else', () => {
    const once = replaceGenerated(page, 'new');
    expect(once).toBe(page.replace('old', '\nnew\n'));
    expect(replaceGenerated(once, 'new')).toBe(once);
  });

  it('refuses a page without them', () => {
    expect(() => replaceGenerated('# Before', 'new')).toThrow('has no line');
  });
});

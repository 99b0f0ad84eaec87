import { factsFromMessage } from './factsFromMessage';
import { JsonNode } from './JsonNode';

const kept = (text: unknown) => factsFromMessage(new JsonNode(text));

describe('factsFromMessage', () => {
  it('keeps what the cluster says', () => {
    expect(kept(' secret "desk-database" not found\n')).toBe(
      'secret "desk-database" not found',
    );
  });

  it.each([undefined, null, '', ' \n'])('has nothing to keep of %j', text => {
    expect(kept(text)).toBeUndefined();
  });

  it('masks secrets in every line', () => {
    const message = kept(
      'Get "https://robot:s3cret@registry.test/v2/": denied\nAuthorization: Bearer abcdef0123456789',
    );
    expect(message).toContain('registry.test/v2/');
    expect(message).not.toContain('s3cret');
    expect(message).not.toContain('abcdef0123456789');
  });

  it('masks a secret that the cap would cut in half', () => {
    const message = kept(
      `${'x'.repeat(
        990,
      )} https://robot:s3cret-of-many-letters@registry.test/v2/`,
    );
    expect(message).not.toContain('s3cret');
    expect(message).toHaveLength(1_000);
    expect(message).toMatch(/…$/);
  });
});

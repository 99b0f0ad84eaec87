import { ConfigReader } from '@backstage/config';
import { readLabelContractConfig } from './readLabelContractConfig';

function read(labelContract: object | undefined): void {
  const data = labelContract ? { labelContract: { ...labelContract } } : {};
  readLabelContractConfig(new ConfigReader(data));
}

describe('readLabelContractConfig', () => {
  it('is content without any configuration', () => {
    expect(() => read(undefined)).not.toThrow();
    expect(() => read({})).not.toThrow();
  });

  it('refuses a key that it does not know, by its path', () => {
    expect(() => read({ staleAftr: { minutes: 2 } })).toThrow(
      'labelContract.staleAftr is not known; known keys: none. Remove it from the configuration',
    );
  });
});

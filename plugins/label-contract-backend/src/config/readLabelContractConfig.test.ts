import { ConfigReader } from '@backstage/config';
import { readLabelContractConfig } from './readLabelContractConfig';

function read(labelContract: object | undefined) {
  const data = labelContract ? { labelContract: { ...labelContract } } : {};
  return readLabelContractConfig(new ConfigReader(data));
}

describe('readLabelContractConfig', () => {
  it.each([
    ['kube-system', true],
    ['openshift-monitoring', true],
    ['payments-team', false],
    ['my-kube-tools', false],
  ])('ignores the namespace %s by default: %s', (namespace, isIgnored) => {
    expect(read(undefined).isIgnoredNamespace(namespace)).toBe(isIgnored);
    expect(read({}).isIgnoredNamespace(namespace)).toBe(isIgnored);
  });

  it('ignores what is configured, and nothing else', () => {
    const config = read({ ignoredNamespaces: ['sandbox-*', 'tools'] });

    expect(config.isIgnoredNamespace('sandbox-1')).toBe(true);
    expect(config.isIgnoredNamespace('tools')).toBe(true);
    expect(config.isIgnoredNamespace('tools-2')).toBe(false);
    expect(config.isIgnoredNamespace('kube-system')).toBe(false);
  });

  it('ignores no namespace where the list is empty', () => {
    expect(
      read({ ignoredNamespaces: [] }).isIgnoredNamespace('kube-system'),
    ).toBe(false);
  });

  it.each([
    [
      { staleAftr: { minutes: 2 } },
      'labelContract.staleAftr is not known; known keys: ignoredNamespaces.',
    ],
    [
      { ignoredNamespaces: ['ok', 'Kube_*'] },
      "labelContract.ignoredNamespaces[1] is 'Kube_*'; allowed is",
    ],
    [{ ignoredNamespaces: 'kube-*' }, 'ignoredNamespaces'],
  ])('refuses %j by its path', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});

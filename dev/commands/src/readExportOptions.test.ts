import { readExportOptions } from './readExportOptions';

describe('readExportOptions', () => {
  it('leaves the plugins where they are when nothing is said', () => {
    expect(readExportOptions([])).toEqual({});
  });

  it('takes the address of archives, without a slash at its end', () => {
    expect(
      readExportOptions(['--package-url', 'https://files.example.com/p/']),
    ).toEqual({
      source: { kind: 'archives', url: 'https://files.example.com/p' },
    });
  });

  it('takes a registry, with a port and a path', () => {
    expect(
      readExportOptions(['--image-registry', 'registry.example.com:5000/p/q']),
    ).toEqual({
      source: { kind: 'images', registry: 'registry.example.com:5000/p/q' },
    });
  });

  it.each([
    [['--package-url', 'files.example.com'], "--package-url is 'files"],
    [['--image-registry', 'https://r.example.com'], "registry is 'https://r"],
    [['--image-registry', 'r.example.com/p:latest'], 'allowed is a host'],
    [['--image-registry', 'r', '--package-url', 'https://f'], 'exclude'],
    [['--registry', 'r'], '--registry'],
  ])('refuses %j', (args, message) => {
    expect(() => readExportOptions(args)).toThrow(message);
  });
});

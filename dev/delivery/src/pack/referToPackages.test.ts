import type { PackedPlugin } from './PackedPlugin';
import { referToPackages } from './referToPackages';

const plugin: PackedPlugin = {
  name: '@scope/plugin-x-dynamic',
  version: '1.0.0',
  archive: {
    file: '/out/packages/scope-plugin-x-dynamic-1.0.0.tgz',
    size: 10,
    integrity: 'sha512-AAAA==',
  },
  image: {
    folder: '/out/images/scope-plugin-x',
    name: 'scope-plugin-x',
    tag: 'bs_1.55.0__1.0.0',
    digest: 'sha256:0a',
    pluginFolder: 'scope-plugin-x',
  },
};

const text = `plugins:
  # What the portal has itself.
  - package: ./dynamic-plugins/dist/kubernetes
    disabled: false
  - package: ./local-plugins/scope-plugin-x-dynamic
    disabled: false # said aloud
`;

describe('referToPackages', () => {
  it('names an archive by its address and its hash, and keeps what is around', () => {
    expect(
      referToPackages({
        text,
        plugins: [plugin],
        source: { kind: 'archives', url: 'https://files.example.com/p' },
      }),
    ).toBe(`plugins:
  # What the portal has itself.
  - package: ./dynamic-plugins/dist/kubernetes
    disabled: false
  - package: https://files.example.com/p/scope-plugin-x-dynamic-1.0.0.tgz
    integrity: sha512-AAAA==
    disabled: false # said aloud
`);
  });

  it('names an image by its digest, with the folder inside', () => {
    expect(
      referToPackages({
        text,
        plugins: [plugin],
        source: { kind: 'images', registry: 'registry.example.com:5000/p' },
      }),
    ).toContain(
      '  - package: oci://registry.example.com:5000/p/scope-plugin-x@sha256:0a!scope-plugin-x\n',
    );
  });

  it('refuses a file that leaves a plugin out, or has one more', () => {
    const source = { kind: 'images', registry: 'r.example.com/p' } as const;
    expect(() =>
      referToPackages({ text: 'plugins: []', plugins: [plugin], source }),
    ).toThrow(
      "has no line '- package: ./local-plugins/scope-plugin-x-dynamic'",
    );
    expect(() => referToPackages({ text, plugins: [], source })).toThrow(
      'not packed: ./local-plugins/scope-plugin-x-dynamic',
    );
  });
});

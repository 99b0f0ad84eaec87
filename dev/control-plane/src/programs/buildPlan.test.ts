import { buildKey, linkerFlags, moduleVersion } from './buildPlan';

const inputs = {
  name: 'kubernetes-v1.36.3',
  goMod: 'module x\nrequire (\n\tk8s.io/kubernetes v1.36.3 // indirect\n)\n',
  goSum: 'k8s.io/kubernetes v1.36.3 h1:abc=\n',
  linkerFlags: linkerFlags('v1.36.3'),
  goVersion: '1.26.6',
  platform: 'linux-x64',
};

describe('moduleVersion', () => {
  it.each([
    ['in a list', inputs.goMod],
    ['on a line of its own', 'require k8s.io/kubernetes v1.36.3\n'],
  ])('is the one that go.mod requires %s', (_, goMod) => {
    expect(moduleVersion(goMod, 'k8s.io/kubernetes')).toBe('v1.36.3');
  });

  it('is not that of another module or of a replacement', () => {
    const goMod = 'replace k8s.io/api => k8s.io/api v0.36.3';
    expect(() => moduleVersion(goMod, 'k8s.io/api')).toThrow(
      'requires no version of k8s.io/api',
    );
  });
});

describe('linkerFlags', () => {
  it('gives the programs the version that they report', () => {
    const flags = linkerFlags('v1.36.3');
    expect(flags).toContain('gitVersion=v1.36.3');
    expect(flags).toContain('gitMajor=1');
    expect(flags).toContain('gitMinor=36');
  });
});

describe('buildKey', () => {
  it('is the same for the same inputs, and a single folder name', () => {
    expect(buildKey(inputs)).toBe(buildKey({ ...inputs }));
    expect(buildKey(inputs)).toMatch(
      /^kubernetes-v1\.36\.3_go1\.26\.6_linux-x64_[0-9a-f]{12}$/,
    );
  });

  it.each([
    ['a module', { goSum: 'k8s.io/kubernetes v1.36.3 h1:abd=\n' }],
    ['a replacement', { goMod: `${inputs.goMod}replace a => b v1.0.0\n` }],
    ['a linker flag', { linkerFlags: '-s -w' }],
    ['Go', { goVersion: '1.26.7' }],
    ['the platform', { platform: 'darwin-arm64' }],
  ])('changes with %s', (_, change) => {
    expect(buildKey({ ...inputs, ...change })).not.toBe(buildKey(inputs));
  });
});

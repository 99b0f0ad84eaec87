import { createHash } from 'node:crypto';

/** What the result of a build depends on. */
export interface BuildInputs {
  /** What is built, with its version: the folder's name begins with it. */
  name: string;
  goMod: string;
  goSum: string;
  linkerFlags: string;
  goVersion: string;
  platform: string;
}

/** The version of a module that go.mod asks for, such as `v1.36.3`; throws when it names none. */
export function moduleVersion(goMod: string, module: string): string {
  for (const line of goMod.split('\n')) {
    const [name, version] = line
      .trim()
      .replace(/^require /, '')
      .split(' ');
    if (name === module && /^v\d+\.\d+\.\d+/.test(version ?? '')) {
      return version;
    }
  }
  throw new Error(`go.mod requires no version of ${module}`);
}

/** Linker flags: no debug tables, and the version, without which the programs report v0.0.0-master. */
export function linkerFlags(version: string): string {
  const [major, minor] = version.slice(1).split('.');
  const variable = 'k8s.io/component-base/version';
  return [
    '-s -w',
    `-X ${variable}.gitVersion=${version}`,
    `-X ${variable}.gitMajor=${major}`,
    `-X ${variable}.gitMinor=${minor}`,
  ].join(' ');
}

/** Name of the folder for programs built from these inputs: the same inputs give the same programs. */
export function buildKey(inputs: BuildInputs): string {
  const hash = createHash('sha256')
    .update(inputs.goMod)
    .update(inputs.goSum)
    .update(inputs.linkerFlags);
  return [
    inputs.name,
    `go${inputs.goVersion}`,
    inputs.platform,
    hash.digest('hex').slice(0, 12),
  ].join('_');
}

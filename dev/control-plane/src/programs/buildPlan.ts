import { createHash } from 'node:crypto';

/** What the result of a build depends on. */
export interface BuildInputs {
  goMod: string;
  goSum: string;
  goVersion: string;
  platform: string;
}

/** The version of Kubernetes that go.mod asks for, such as `v1.36.3`; throws when it names none. */
export function kubernetesVersion(goMod: string): string {
  const version = /^\s*k8s\.io\/kubernetes (v\d+\.\d+\.\d+)/m.exec(goMod)?.[1];
  if (!version) {
    throw new Error('go.mod requires no version of k8s.io/kubernetes');
  }
  return version;
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
    .update(linkerFlags(kubernetesVersion(inputs.goMod)));
  return [
    `kubernetes-${kubernetesVersion(inputs.goMod)}`,
    `go${inputs.goVersion}`,
    inputs.platform,
    hash.digest('hex').slice(0, 12),
  ].join('_');
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../folders';
import {
  buildGoPrograms,
  type BuildGoProgramsOptions,
} from './buildGoPrograms';
import { linkerFlags, moduleVersion } from './buildPlan';
import type { ProgramSource } from './ControlPlanePrograms';

/**
 * Builds the programs that the cache folder does not have yet, from the versions in go.mod.
 * @returns the folder in which they all are
 */
export async function buildPrograms(
  sources: readonly ProgramSource[],
  options: BuildGoProgramsOptions,
): Promise<string> {
  const goMod = await readFile(path.join(packageFolder, 'go.mod'), 'utf8');
  const version = moduleVersion(goMod, 'k8s.io/kubernetes');
  const { folder } = await buildGoPrograms(
    {
      title: `Kubernetes ${version}`,
      moduleFolder: packageFolder,
      programs: sources,
      linkerFlags: linkerFlags(version),
      goCaches: '4 GB',
      room: 'control-plane',
      name: `kubernetes-${version}`,
    },
    options,
  );
  return folder;
}

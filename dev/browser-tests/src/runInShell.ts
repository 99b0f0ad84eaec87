import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import {
  ControlPlane,
  provideControlPlanePrograms,
} from '@internal/control-plane';

/** Runs a command line against a cluster, as a person would who copied it from the page. */
export async function runInShell(
  cluster: ControlPlane,
  command: string,
): Promise<void> {
  const { kubectl } = await provideControlPlanePrograms();
  await promisify(execFile)('sh', ['-c', command], {
    env: {
      PATH: `${dirname(kubectl)}:${process.env.PATH}`,
      KUBECONFIG: cluster.adminKubeconfig,
      // Where kubectl keeps its cache.
      HOME: cluster.folder,
    },
  });
}

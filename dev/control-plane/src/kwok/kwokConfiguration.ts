import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { ContainerLog } from './containerLogs';

/** The object that tells kwok which log file belongs to which container, in all namespaces. */
export function clusterLogs(logs: readonly ContainerLog[]): object {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterLogs',
    metadata: { name: 'container-logs' },
    spec: {
      logs: logs.map(({ container, file }) => ({
        ...(container && { containers: [container] }),
        logsFile: file,
        // `kubectl logs --previous`, which is how one reads a container that crashed.
        previousLogsFile: file,
        follow: true,
      })),
    },
  };
}

/** Puts every stage file of a folder and the logs into one configuration of kwok. */
export async function kwokConfiguration(
  stageFolder: string,
  logs: readonly ContainerLog[],
): Promise<string> {
  const names = (await readdir(stageFolder)).filter(name =>
    name.endsWith('.yaml'),
  );
  const stages = await Promise.all(
    names.sort().map(name => readFile(path.join(stageFolder, name), 'utf8')),
  );
  return [...stages, stringify(clusterLogs(logs))].join('\n---\n');
}

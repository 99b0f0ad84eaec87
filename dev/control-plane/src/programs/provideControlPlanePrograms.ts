import path from 'node:path';
import { cacheFolder } from '../folders';
import { buildPrograms } from './buildPrograms';
import {
  programSources,
  type ControlPlanePrograms,
} from './ControlPlanePrograms';
import { findIn, foldersOfPath } from './findOnPath';

/** Options of {@link provideControlPlanePrograms}. */
export interface ProvideControlPlaneProgramsOptions {
  /** Gets plain lines that say what is done and about how long it takes. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

function programsIn(find: (fileName: string) => string): ControlPlanePrograms {
  return {
    etcd: find('etcd'),
    kubeApiserver: find('kube-apiserver'),
    kubeControllerManager: find('kube-controller-manager'),
    kubeScheduler: find('kube-scheduler'),
    kwok: find('kwok'),
    kubectl: find('kubectl'),
  };
}

/**
 * The programs of `KUBEBUILDER_ASSETS`, which `setup-envtest` fills with three of the six; the others may be on PATH.
 * All or nothing: a controller manager that is newer than its API server is not supported by Kubernetes.
 */
async function installedPrograms(
  assets: string,
  log: (line: string) => void,
): Promise<ControlPlanePrograms | undefined> {
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const { fileName } of programSources) {
    const file = await findIn([assets, ...foldersOfPath()], fileName);
    if (file) {
      found.set(fileName, file);
    } else {
      missing.push(fileName);
    }
  }
  if (missing.length > 0) {
    log(
      `Not using KUBEBUILDER_ASSETS=${assets}: ${missing.join(', ')} ` +
        `neither there nor on PATH; building all programs instead`,
    );
    return undefined;
  }
  return programsIn(fileName => found.get(fileName) ?? fileName);
}

/**
 * Finds the programs of a control plane in `KUBEBUILDER_ASSETS`, else builds them once from Go modules into the
 * cache folder. Throws with what was tried and what to install.
 */
export async function provideControlPlanePrograms(
  options: ProvideControlPlaneProgramsOptions = {},
): Promise<ControlPlanePrograms> {
  const { log = () => {}, signal } = options;
  const assets = process.env.KUBEBUILDER_ASSETS;
  const installed = assets ? await installedPrograms(assets, log) : undefined;
  if (installed) {
    return installed;
  }
  const folder = await buildPrograms(programSources, {
    cacheFolder: cacheFolder(),
    log,
    signal,
  });
  return programsIn(fileName => path.join(folder, fileName));
}

/** Finds kubectl on PATH, else builds it alone: all that is needed for a cluster that is there already. */
export async function provideKubectl(
  options: ProvideControlPlaneProgramsOptions = {},
): Promise<string> {
  const { log = () => {}, signal } = options;
  const installed = await findIn(foldersOfPath(), 'kubectl');
  if (installed) {
    return installed;
  }
  const folder = await buildPrograms(
    programSources.filter(source => source.key === 'kubectl'),
    { cacheFolder: cacheFolder(), log, signal },
  );
  return path.join(folder, 'kubectl');
}

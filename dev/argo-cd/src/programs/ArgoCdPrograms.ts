/** Absolute paths of what makes an Argo CD. */
export interface ArgoCdPrograms {
  /** Folder of the program `argocd`, which is all of Argo CD's programs: `ARGOCD_BINARY_NAME` says which. */
  folder: string;
  /** Folder with the CustomResourceDefinitions of the same version, and nothing else. */
  crdFolder: string;
  /** Redis: a server when it is started by the name `redis-server`, whatever its own name is. */
  redis: string;
}

/** File name of the program in {@link ArgoCdPrograms.folder}. */
export const argoCdFileName = 'argocd';

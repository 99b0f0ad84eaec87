import type { KubernetesObject } from '@kubernetes/client-node';
import { MANAGED_BY, MANAGED_BY_US, SERVICE, TEAM } from './ownershipLabels';

/**
 * With it, Argo CD deletes what an Application brought before the Application itself goes. The API server
 * warns of its name, which is Argo CD's to choose.
 */
export const DELETE_RESOURCES = 'resources-finalizer.argocd.argoproj.io';

/** The cluster that Argo CD runs on, as it is called from inside. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

/** An `Application` of Argo CD, as far as it is written and read here. */
export interface ArgoCdApplication extends KubernetesObject {
  spec: {
    project: string;
    source: { repoURL: string; path: string; targetRevision: string };
    destination: { server: string; namespace: string };
    syncPolicy: {
      automated: { prune: boolean; selfHeal: boolean };
      syncOptions: string[];
    };
    ignoreDifferences: {
      group: string;
      kind: string;
      jsonPointers: string[];
    }[];
  };
  status?: {
    sync?: { status?: string; revision?: string };
    health?: { status?: string; message?: string };
    conditions?: { type: string; message: string }[];
    /** What it brought, or would bring. */
    resources?: {
      group?: string;
      kind: string;
      namespace?: string;
      name: string;
    }[];
    operationState?: {
      phase?: string;
      message?: string;
      syncResult?: { revision?: string };
    };
  };
}

/** An Application as asked for, every value checked. */
export interface ApplicationSpec {
  name: string;
  /** Namespace that Argo CD takes Applications from. */
  argoCdNamespace: string;
  /** Project of Argo CD, which says what may be deployed from where. */
  project: string;
  repoUrl: string;
  branch: string;
  /** Folder of the repository; `.` for all of it. */
  path: string;
  /** Namespace of what is deployed. */
  namespace: string;
  service: string;
  team: string;
  prune: boolean;
  selfHeal: boolean;
}

/**
 * The Application that keeps a namespace as a folder of a repository says. The Namespace is one of the
 * folder's own files. The number of pods counts when a Deployment is made, and belongs to whoever scales
 * afterwards.
 */
export function applicationManifest(spec: ApplicationSpec): ArgoCdApplication {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: spec.name,
      namespace: spec.argoCdNamespace,
      labels: {
        [MANAGED_BY]: MANAGED_BY_US,
        [SERVICE]: spec.service,
        [TEAM]: spec.team,
      },
      finalizers: [DELETE_RESOURCES],
    },
    spec: {
      project: spec.project,
      source: {
        repoURL: spec.repoUrl,
        path: spec.path,
        targetRevision: spec.branch,
      },
      destination: { server: IN_CLUSTER, namespace: spec.namespace },
      syncPolicy: {
        automated: { prune: spec.prune, selfHeal: spec.selfHeal },
        syncOptions: ['CreateNamespace=false', 'RespectIgnoreDifferences=true'],
      },
      ignoreDifferences: [
        { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
      ],
    },
  };
}

import type { KubernetesObject, V1Deployment } from '@kubernetes/client-node';
import { DEFAULT_REPLICAS } from './workloadDefaults';
import { namespaceKit } from './namespaceKit';
import { namespaceManifest, NamespaceSpec } from './namespaceManifest';
import { workloadManifests } from './workloadManifests';
import type { WorkloadSpec } from './WorkloadSpec';

/** An object with the name of the file that it is written to. */
export interface ManifestFile {
  /** Such as `api-deployment.yaml`. */
  readonly file: string;
  readonly object: KubernetesObject;
}

/** All objects of a service, as the direct way makes them, one file each. */
export function manifestFiles(options: {
  namespace: NamespaceSpec;
  workloads: readonly { spec: WorkloadSpec; replicas: number }[];
}): ManifestFile[] {
  const { namespace, workloads } = options;
  return [
    { file: 'namespace.yaml', object: namespaceManifest(namespace) },
    ...namespaceKit(namespace).map(object => ({
      file: `${object.kind.toLowerCase()}-${object.metadata?.name}.yaml`,
      object,
    })),
    ...workloads.flatMap(({ spec, replicas }) => {
      const { deployment, companions } = workloadManifests(spec);
      return [
        {
          file: `${spec.component}-deployment.yaml`,
          object: withReplicas(deployment, replicas),
        },
        ...companions.map(object => ({
          file: `${spec.component}-${object.kind.toLowerCase()}.yaml`,
          object,
        })),
      ];
    }),
  ];
}

/** The first number of pods. A file has no second field manager, so the Application ignores it later. */
function withReplicas(
  deployment: V1Deployment,
  replicas: number,
): V1Deployment {
  const { spec } = deployment;
  return spec && replicas !== DEFAULT_REPLICAS
    ? { ...deployment, spec: { ...spec, replicas } }
    : deployment;
}

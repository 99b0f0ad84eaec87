import type { Configuration } from '@kubernetes/client-node';
import { FIELD_MANAGER } from '../manifests/ownershipLabels';
import type { ClusterClient } from './ClusterClient';
import type { KubernetesClient } from './loadKubernetesClient';
import type { Send } from './requestSender';

/** The requests of a {@link ClusterClient} about pods and what makes them. */
export type PodRequests = Pick<
  ClusterClient,
  'listPods' | 'patchDeployment' | 'tryPod'
>;

/** Requests about pods and what makes them. */
export function podRequests(options: {
  kubernetes: KubernetesClient;
  configuration: Configuration;
  send: Send;
}): PodRequests {
  const { kubernetes, configuration, send } = options;
  const core = new kubernetes.CoreV1Api(configuration);
  const apps = new kubernetes.AppsV1Api(configuration);
  const asMergePatch = kubernetes.setHeaderOptions(
    'Content-Type',
    kubernetes.PatchStrategy.MergePatch,
  );
  return {
    patchDeployment: ({ name, namespace, fieldManager, patch }) =>
      send(() =>
        apps.patchNamespacedDeployment(
          { name, namespace, fieldManager, body: patch },
          asMergePatch,
        ),
      ),

    tryPod: pod =>
      send(() =>
        core.createNamespacedPod({
          namespace: pod.metadata?.namespace ?? '',
          body: pod,
          dryRun: 'All',
          fieldManager: FIELD_MANAGER,
        }),
      ),

    async listPods({ namespace, labelSelector }) {
      const list = await send(() =>
        core.listNamespacedPod({ namespace, labelSelector }),
      );
      return list.items;
    },
  };
}

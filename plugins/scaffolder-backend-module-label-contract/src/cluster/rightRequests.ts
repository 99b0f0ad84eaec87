import type { Configuration } from '@kubernetes/client-node';
import type { ClusterClient } from './ClusterClient';
import type { KubernetesClient } from './loadKubernetesClient';
import type { Send } from './requestSender';

/** Asks the API server what the portal may. */
export function rightRequests(options: {
  kubernetes: KubernetesClient;
  configuration: Configuration;
  send: Send;
}): Pick<ClusterClient, 'mayI'> {
  const { kubernetes, configuration, send } = options;
  const authorization = new kubernetes.AuthorizationV1Api(configuration);
  return {
    async mayI({ verb, group, resource: path, namespace }) {
      const [resource, subresource] = path.split('/');
      const { status } = await send(() =>
        authorization.createSelfSubjectAccessReview({
          body: {
            spec: {
              resourceAttributes: {
                verb,
                group,
                resource,
                subresource,
                namespace,
              },
            },
          },
        }),
      );
      return status?.allowed ?? false;
    },
  };
}

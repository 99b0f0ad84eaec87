import type { Configuration } from '@kubernetes/client-node';
import { AnsweredError, ClusterClient } from './ClusterClient';
import type { KubernetesClient } from './loadKubernetesClient';
import type { Send } from './requestSender';

/** Asks the API server who the portal is, and what it may. */
export function rightRequests(options: {
  kubernetes: KubernetesClient;
  configuration: Configuration;
  send: Send;
}): Pick<ClusterClient, 'mayI' | 'whoAmI'> {
  const { kubernetes, configuration, send } = options;
  const authentication = new kubernetes.AuthenticationV1Api(configuration);
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

    async whoAmI() {
      try {
        const { status } = await send(() =>
          authentication.createSelfSubjectReview({ body: {} }),
        );
        return status?.userInfo?.username;
      } catch (error) {
        if (
          error instanceof AnsweredError &&
          error.answer.kind === 'not-found'
        ) {
          return undefined;
        }
        throw error;
      }
    },
  };
}

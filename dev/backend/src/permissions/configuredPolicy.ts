import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PolicyQuery } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/**
 * Allows everything but the permissions that `permission.denied` lists. Reads it at every question, so
 * that a changed configuration file holds at once.
 */
export const configuredPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'configured-policy',
  register(env) {
    env.registerInit({
      deps: { config: coreServices.rootConfig, policy: policyExtensionPoint },
      async init({ config, policy }) {
        policy.setPolicy({
          async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
            const denied =
              config.getOptionalStringArray('permission.denied') ?? [];
            return {
              result: denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            };
          },
        });
      },
    });
  },
});

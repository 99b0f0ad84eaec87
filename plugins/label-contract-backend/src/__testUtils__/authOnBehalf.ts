import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  AuthService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

const SERVICE_TOKEN = 'mock-service-token:';

/**
 * Mock tokens, of which one that a plugin shows on behalf of a user says so when it is read. The mock
 * forgets it, and then the permission backend takes the plugin for the user.
 */
export const authOnBehalf = [
  createServiceFactory({
    service: coreServices.auth,
    deps: { plugin: coreServices.pluginMetadata },
    factory({ plugin }): AuthService {
      const mock = mockServices.auth({
        pluginId: plugin.getId(),
        disableDefaultAuthPolicy: false,
      });
      const methods: AuthService = {
        isPrincipal: mock.isPrincipal.bind(mock),
        getNoneCredentials: mock.getNoneCredentials.bind(mock),
        getOwnServiceCredentials: mock.getOwnServiceCredentials.bind(mock),
        getPluginRequestToken: mock.getPluginRequestToken.bind(mock),
        getLimitedUserToken: mock.getLimitedUserToken.bind(mock),
        listPublicServiceKeys: mock.listPublicServiceKeys.bind(mock),
        async authenticate(token, options) {
          const credentials = await mock.authenticate(token, options);
          if (!token.startsWith(SERVICE_TOKEN)) {
            return credentials;
          }
          const { sub, obo } = JSON.parse(token.slice(SERVICE_TOKEN.length));
          return obo
            ? mockCredentials.user(obo, { actor: { subject: sub } })
            : credentials;
        },
      };
      return methods;
    },
  }),
  httpAuthServiceFactory,
];

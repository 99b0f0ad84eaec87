import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { ReportService } from '../../reports/ReportService';
import { createRouter } from '../createRouter';

/** The routes over HTTP, on a service of reports, with the portal's own handling of errors and tokens. */
export async function startRouter(options: {
  reports: ReportService;
  asOf?: () => string | undefined;
}): Promise<{
  backend: TestBackend;
  auditor: ReturnType<typeof mockServices.auditor.mock>;
}> {
  const { reports, asOf = () => undefined } = options;
  const auditor = mockServices.auditor.mock();
  const backend = await startTestBackend({
    features: [
      auditor.factory,
      createBackendPlugin({
        pluginId: 'label-contract',
        register(env) {
          env.registerInit({
            deps: {
              auditor: coreServices.auditor,
              httpAuth: coreServices.httpAuth,
              httpRouter: coreServices.httpRouter,
            },
            async init({ httpRouter, ...services }) {
              httpRouter.use(createRouter({ ...services, reports, asOf }));
            },
          });
        },
      }),
    ],
  });
  return { backend, auditor };
}

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  NotAllowedError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  EntityReport,
  entityReportPath,
  LABEL_CONTRACT_PLUGIN_ID,
} from '@portal-operations/plugin-label-contract-common';

/** Reads reports from the backend of the label contract, as the person who started the task. */
export interface ReportReader {
  /**
   * The report; undefined where the catalog has no such entity, the person may not see it, or the backend
   * does not know it yet.
   *
   * @throws NotAllowedError where a permission is missing, ServiceUnavailableError where there is no answer.
   */
  read(
    entityRef: string,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<EntityReport | undefined>;
}

/** Milliseconds until the backend has to have answered. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Reads over HTTP: backend and scaffolder may run apart. */
export function createReportReader(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ReportReader {
  const { auth, discovery } = services;
  return {
    async read(entityRef, { credentials, signal }) {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: LABEL_CONTRACT_PLUGIN_ID,
      });
      const baseUrl = await discovery.getBaseUrl(LABEL_CONTRACT_PLUGIN_ID);
      const path = entityReportPath(parseEntityRef(entityRef));
      const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
      const response = await fetch(`${baseUrl}${path}`, {
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
        },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      }).catch(error => {
        signal?.throwIfAborted();
        throw new ServiceUnavailableError(
          `The backend of the label contract does not answer: ${error.message}`,
        );
      });
      if (response.status === 404) {
        return undefined;
      }
      if (response.status === 403) {
        throw new NotAllowedError(
          'The report may not be read. It takes the permissions label-contract.report.read and kubernetes.resources.read.',
        );
      }
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return response.json();
    },
  };
}

import { CompoundEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  EntityReport,
  EntityReportResponse,
  LABEL_CONTRACT_PLUGIN_ID,
  entityReportPath,
} from '@portal-operations/plugin-label-contract-common';
import {
  LabelContractApi,
  LabelContractRequestOptions,
} from './LabelContractApi';

/**
 * Asks the backend over HTTP, as the signed-in user.
 *
 * @public
 */
export class LabelContractClient implements LabelContractApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  async getEntityReport(
    entity: CompoundEntityRef,
    options?: LabelContractRequestOptions,
  ): Promise<EntityReport> {
    const baseUrl = await this.discoveryApi.getBaseUrl(
      LABEL_CONTRACT_PLUGIN_ID,
    );
    const response = await this.fetchApi.fetch(
      `${baseUrl}${entityReportPath(entity)}`,
      { signal: options?.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const report: EntityReportResponse = await response.json();
    return report;
  }
}

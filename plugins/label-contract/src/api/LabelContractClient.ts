import { CompoundEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AS_OF_HEADER,
  CLUSTERS_PATH,
  ClustersReport,
  EntityHistory,
  EntityReport,
  FLEET_PATH,
  FleetFilter,
  FleetQuery,
  FleetReport,
  LABEL_CONTRACT_PLUGIN_ID,
  UNCLAIMED_PATH,
  UnclaimedQuery,
  UnclaimedReport,
  entityHistoryPath,
  entityReportPath,
} from '@portal-operations/plugin-label-contract-common';
import {
  LabelContractAnswer,
  LabelContractApi,
  LabelContractRequestOptions,
} from './LabelContractApi';

/** Values of one key are sent as the key again and again. */
type QueryValues = Readonly<
  Record<string, string | number | readonly string[] | undefined>
>;

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

  getEntityReport(
    entity: CompoundEntityRef,
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<EntityReport>> {
    return this.getJson({ path: entityReportPath(entity), options });
  }

  getEntityHistory(
    entity: CompoundEntityRef,
    options?: LabelContractRequestOptions & { since?: Date },
  ): Promise<LabelContractAnswer<EntityHistory>> {
    return this.getJson({
      path: entityHistoryPath(entity),
      query: { since: options?.since?.toISOString() },
      options,
    });
  }

  getFleet(
    query: FleetQuery,
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<FleetReport>> {
    return this.getJson({ path: FLEET_PATH, query: { ...query }, options });
  }

  getFleetTable(
    query: FleetFilter & Pick<FleetQuery, 'sort' | 'order'>,
    options?: LabelContractRequestOptions,
  ): Promise<Blob> {
    return this.getTable({ path: FLEET_PATH, query: { ...query }, options });
  }

  getUnclaimed(
    query: UnclaimedQuery,
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<UnclaimedReport>> {
    return this.getJson({ path: UNCLAIMED_PATH, query: { ...query }, options });
  }

  getUnclaimedTable(
    query: Omit<UnclaimedQuery, 'limit' | 'cursor'>,
    options?: LabelContractRequestOptions,
  ): Promise<Blob> {
    return this.getTable({
      path: UNCLAIMED_PATH,
      query: { ...query },
      options,
    });
  }

  getClusters(
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<ClustersReport>> {
    return this.getJson({ path: CLUSTERS_PATH, options });
  }

  private async getJson<Body>(request: {
    path: string;
    query?: QueryValues;
    options: LabelContractRequestOptions | undefined;
  }): Promise<LabelContractAnswer<Body>> {
    const response = await this.get({ ...request, accept: 'application/json' });
    const body: Body = await response.json();
    const asOf = response.headers.get(AS_OF_HEADER);
    return asOf ? { body, asOf: new Date(asOf) } : { body };
  }

  private async getTable(request: {
    path: string;
    query: QueryValues;
    options: LabelContractRequestOptions | undefined;
  }): Promise<Blob> {
    const response = await this.get({ ...request, accept: 'text/csv' });
    return response.blob();
  }

  private async get(request: {
    path: string;
    query?: QueryValues;
    accept: string;
    options: LabelContractRequestOptions | undefined;
  }): Promise<Response> {
    const { path, query = {}, accept, options } = request;
    const baseUrl = await this.discoveryApi.getBaseUrl(
      LABEL_CONTRACT_PLUGIN_ID,
    );
    const response = await this.fetchApi.fetch(
      `${baseUrl}${path}${searchOf(query)}`,
      { headers: { Accept: accept }, signal: options?.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function searchOf(query: QueryValues): string {
  const search = new URLSearchParams();
  for (const [key, values] of Object.entries(query)) {
    [values ?? []].flat().forEach(value => search.append(key, String(value)));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

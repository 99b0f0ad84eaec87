import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import { Instruments } from './createInstruments';

/** Sends one request to one cluster. */
type Request = (
  cluster: string,
  request: ClusterRequest,
) => Promise<ClusterResponse>;

type ReadAttributes = NonNullable<
  Parameters<Instruments['troubleReads']['add']>[1]
>;
type Failure = Pick<ReadAttributes, 'error.type'>;

/** Counts the requests for what objects in trouble say. */
export function measuredRequest(
  request: Request,
  { troubleReads }: Pick<Instruments, 'troubleReads'>,
): Request {
  return async (cluster, asked) => {
    const resource = resourceOf(asked.path);
    const count = (failure: Failure) =>
      troubleReads.add(1, { 'label_contract.resource': resource, ...failure });
    try {
      const response = await request(cluster, asked);
      count(failureOfStatus(response.status));
      return response;
    } catch (error) {
      count({ 'error.type': 'no-answer' });
      throw error;
    }
  };
}

/** From `/api/v1/namespaces/<namespace>/<plural>[/<name>[/<subresource>]]`: a pod may be called "log". */
function resourceOf(path: string): ReadAttributes['label_contract.resource'] {
  const [plural, , subresource] = path.split('/').slice(5);
  if (plural === 'events') {
    return 'events';
  }
  return subresource === 'log' ? 'pods/log' : 'pods';
}

function failureOfStatus(status: number): Failure {
  switch (status) {
    case 200:
      return {};
    case 401:
      return { 'error.type': 'unauthorized' };
    case 403:
      return { 'error.type': 'forbidden' };
    case 404:
      return { 'error.type': 'not-found' };
    default:
      return { 'error.type': 'other-status' };
  }
}

import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { AnsweredError } from '../cluster/ClusterClient';
import { connectToCluster } from '../cluster/connectToCluster';
import { errorOfRefusal, errorOfSurprise } from '../refusal/errorOfRefusal';
import { RefusedError } from '../refusal/Refusal';
import type { Run } from '../apply/Run';
import { StepRecord } from '../refusal/StepRecord';

/** Options of {@link runOnCluster}. */
export interface RunOnClusterOptions extends Omit<Run, 'client' | 'record'> {
  clusters: ClusterAccess;
  /** Name of the cluster; may be left out where there is only one. */
  cluster?: string;
  work: (run: Run) => Promise<void>;
}

/**
 * Connects, works, closes; and turns whatever goes wrong into one message that says what exists now.
 *
 * @throws NotFoundError for an unknown cluster, InputError where one has to be named.
 */
export async function runOnCluster(
  options: RunOnClusterOptions,
): Promise<void> {
  const { clusters, cluster, work, ...rest } = options;
  const endpoint = await clusters.endpointOf(cluster);
  const client = await connectToCluster({ endpoint, signal: rest.signal });
  const record = new StepRecord();

  try {
    await work({ client, record, ...rest });
  } catch (error) {
    const state = record.stateOn(endpoint.name);
    if (error instanceof RefusedError) {
      throw errorOfRefusal(error.refusal, state);
    }
    if (error instanceof AnsweredError) {
      throw errorOfRefusal(refusalWithoutObject(error), state);
    }
    throw errorOfSurprise(error, state);
  } finally {
    client.close();
  }
}

/** For the rare answer outside of an apply, such as a 401 while the namespace is looked at. */
function refusalWithoutObject({ answer }: AnsweredError) {
  switch (answer.kind) {
    case 'fields-held-by':
    case 'stale':
      return {
        kind: 'other-answer' as const,
        status: 409,
        message: 'it was changed by somebody else meanwhile',
      };
    case 'not-found':
      return {
        kind: 'other-answer' as const,
        status: 404,
        message: answer.message,
      };
    default:
      return answer;
  }
}

import {
  ContainerFacts,
  PodFacts,
  TerminationFacts,
} from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a Pod as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromPod(raw: unknown, cluster: string): PodFacts {
  const pod = new JsonNode(raw);
  const status = pod.at('status');

  return {
    kind: 'Pod',
    ...factsFromObject(pod, cluster),
    phase: status.at('phase').optionalText() ?? 'Unknown',
    isReady: status
      .at('conditions')
      .items()
      .some(
        condition =>
          condition.at('type').optionalText() === 'Ready' &&
          condition.at('status').optionalText() === 'True',
      ),
    isDeleting:
      pod.at('metadata', 'deletionTimestamp').optionalText() !== undefined,
    containers: status.at('containerStatuses').items().map(factsFromContainer),
  };
}

function factsFromContainer(container: JsonNode): ContainerFacts {
  return {
    name: container.at('name').text(),
    isReady: container.at('ready').optionalBoolean() ?? false,
    restartCount: container.at('restartCount').optionalNumber() ?? 0,
    waitingReason: container.at('state', 'waiting', 'reason').optionalText(),
    // Between the end of a container and its restart, the newest end is still in `state`.
    lastTermination:
      factsFromTermination(container.at('state', 'terminated')) ??
      factsFromTermination(container.at('lastState', 'terminated')),
  };
}

function factsFromTermination(
  terminated: JsonNode,
): TerminationFacts | undefined {
  const exitCode = terminated.at('exitCode').optionalNumber();
  if (exitCode === undefined) {
    return undefined;
  }
  return {
    exitCode,
    reason: terminated.at('reason').optionalText(),
    finishedAt: terminated.at('finishedAt').optionalText(),
  };
}

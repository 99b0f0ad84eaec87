import {
  ContainerFacts,
  TerminationFacts,
} from '@portal-operations/plugin-label-contract-common';
import { factsFromMessage } from './factsFromMessage';
import { JsonNode } from './JsonNode';

/**
 * What is kept of a container, of its status and of its entry in the pod's spec. @throws InputError
 * with the path of a field that is missing or of another type.
 */
export function factsFromContainer(
  status: JsonNode,
  spec: JsonNode = new JsonNode(undefined),
): ContainerFacts {
  const state = status.at('state');
  return {
    name: status.at('name').text(),
    isReady: status.at('ready').optionalBoolean() ?? false,
    restartCount: status.at('restartCount').optionalNumber() ?? 0,
    image: spec.at('image').optionalText(),
    memoryLimit: spec.at('resources', 'limits', 'memory').optionalText(),
    readinessAllowanceSeconds: allowanceOfProbe(spec.at('readinessProbe')),
    isStarted: status.at('started').optionalBoolean(),
    runningSince: state.at('running', 'startedAt').optionalText(),
    waitingReason: state.at('waiting', 'reason').optionalText(),
    waitingMessage: factsFromMessage(state.at('waiting', 'message')),
    // Between the end of a container and its restart, the newest end is still in `state`.
    lastTermination:
      factsFromTermination(state.at('terminated')) ??
      factsFromTermination(status.at('lastState', 'terminated')),
  };
}

/** What a probe allows, in seconds; the numbers are the API server's defaults. */
function allowanceOfProbe(probe: JsonNode): number | undefined {
  if (!probe.isPresent()) {
    return undefined;
  }
  const seconds = (field: string, byDefault: number) =>
    probe.at(field).optionalNumber() ?? byDefault;
  return (
    seconds('initialDelaySeconds', 0) +
    seconds('periodSeconds', 10) * seconds('failureThreshold', 3) +
    seconds('timeoutSeconds', 1)
  );
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

import { PodFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromConditions } from './factsFromConditions';
import { factsFromContainer } from './factsFromContainer';
import { factsFromObject } from './factsFromObject';
import { factsFromWriters, isOptedOut } from './factsFromTemplated';
import { JsonNode } from './JsonNode';

/** What is kept of a Pod as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromPod(raw: unknown, cluster: string): PodFacts {
  const pod = new JsonNode(raw);
  const spec = pod.at('spec');
  const status = pod.at('status');
  const conditions = factsFromConditions(status);
  const isTrue = (type: string) => conditions.get(type)?.status === 'True';
  const scheduled = conditions.get('PodScheduled');
  const isUnschedulable =
    scheduled?.status === 'False' && scheduled.reason === 'Unschedulable';

  const specs = byName(spec.at('containers').items());
  const initSpecs = byName(spec.at('initContainers').items());
  const containers = status
    .at('containerStatuses')
    .items()
    .map(each => factsFromContainer(each, specs.get(nameOf(each))));
  const [sidecars, initContainers] = split(
    status.at('initContainerStatuses').items(),
    each => isSidecar(initSpecs.get(nameOf(each))),
  ).map(each =>
    each.map(container =>
      factsFromContainer(container, initSpecs.get(nameOf(container))),
    ),
  );

  return {
    kind: 'Pod',
    ...factsFromObject(pod, cluster),
    ...factsFromWriters(pod, 'Pod'),
    isOptedOut: isOptedOut(pod),
    phase: status.at('phase').optionalText() ?? 'Unknown',
    isReady: isTrue('Ready'),
    readinessChangedAt: conditions.get('Ready')?.changedAt,
    areContainersReady: isTrue('ContainersReady'),
    closedReadinessGates: spec
      .at('readinessGates')
      .items()
      .map(gate => gate.at('conditionType').text())
      .filter(gate => !isTrue(gate)),
    isDeleting:
      pod.at('metadata', 'deletionTimestamp').optionalText() !== undefined,
    isDisrupted: isTrue('DisruptionTarget'),
    node: spec.at('nodeName').optionalText(),
    schedulingFailure: isUnschedulable ? scheduled.message ?? '' : undefined,
    containers: [...containers, ...sidecars],
    initContainers,
  };
}

function byName(nodes: readonly JsonNode[]): ReadonlyMap<string, JsonNode> {
  return new Map(nodes.map(node => [nameOf(node), node]));
}

function nameOf(container: JsonNode): string {
  return container.at('name').text();
}

/** Kubernetes calls a sidecar an init container that is always restarted. */
function isSidecar(spec: JsonNode | undefined): boolean {
  return spec?.at('restartPolicy').optionalText() === 'Always';
}

function split<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))];
}

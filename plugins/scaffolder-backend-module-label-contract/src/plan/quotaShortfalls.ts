import type {
  V1Container,
  V1Pod,
  V1ResourceQuota,
} from '@kubernetes/client-node';
import type { QuotaShortfall } from '../refusal/OutcomeRefusal';
import { quantityValue } from '../input/apiServerRules';

/** What one pod takes of each resource, as quotas name them: `requests.cpu`, `limits.memory`, `pods`. */
type PodCost = ReadonlyMap<string, number>;

/** Scopes of quotas that count pods which run until somebody stops them and ask for something. */
const MATCHING_SCOPES = new Set(['NotTerminating', 'NotBestEffort']);

/**
 * The quotas that have no room for so many pods more. The API server checks pods one by one, and only when
 * they are created; a Deployment is accepted whatever its number of replicas.
 *
 * @param options.pod - as the API server completed it: with the defaults of LimitRanges, and what webhooks
 *   put in.
 */
export function quotaShortfalls(options: {
  quotas: readonly V1ResourceQuota[];
  pod: V1Pod;
  count: number;
}): QuotaShortfall[] {
  const { quotas, pod, count } = options;
  const cost = costOf(pod);
  return quotas.filter(countsRunningPods).flatMap(quota => {
    const hard = quota.status?.hard ?? quota.spec?.hard ?? {};
    return Object.entries(hard).flatMap(([resource, limit]) => {
      const each = cost.get(resource) ?? 0;
      const used = quota.status?.used?.[resource] ?? '0';
      const needed = each * count;
      return needed === 0 ||
        quantityValue(used) + needed <= quantityValue(limit) * (1 + 1e-9)
        ? []
        : [
            {
              quota: quota.metadata?.name ?? '',
              resource,
              hard: limit,
              used,
              needed: quantityOf(resource, needed),
            },
          ];
    });
  });
}

/** A quota with a scope of another sort, such as a priority class, is left to the API server. */
function countsRunningPods({ spec }: V1ResourceQuota): boolean {
  return (
    (spec?.scopes ?? []).every(scope => MATCHING_SCOPES.has(scope)) &&
    (spec?.scopeSelector?.matchExpressions ?? []).length === 0
  );
}

function costOf(pod: V1Pod): PodCost {
  const cost = new Map<string, number>([
    ['pods', 1],
    ['count/pods', 1],
  ]);
  for (const side of ['requests', 'limits'] as const) {
    for (const [resource, value] of amountsOf(pod, side)) {
      cost.set(`${side}.${resource}`, value);
      if (side === 'requests') {
        cost.set(resource, value);
      }
    }
  }
  return cost;
}

/** Containers and sidecars run together; init containers run one by one before them. */
function amountsOf(
  pod: V1Pod,
  side: 'requests' | 'limits',
): Map<string, number> {
  const init = pod.spec?.initContainers ?? [];
  const isSidecar = (container: V1Container) =>
    container.restartPolicy === 'Always';
  const together = [
    ...(pod.spec?.containers ?? []),
    ...init.filter(isSidecar),
  ].reduce(
    (sums, container) => merge(sums, container, side, (a, b) => a + b),
    new Map<string, number>(),
  );
  return init
    .filter(container => !isSidecar(container))
    .reduce(
      (sums, container) => merge(sums, container, side, Math.max),
      together,
    );
}

function merge(
  sums: Map<string, number>,
  { resources }: V1Container,
  side: 'requests' | 'limits',
  join: (a: number, b: number) => number,
): Map<string, number> {
  const merged = new Map(sums);
  for (const [resource, quantity] of Object.entries(resources?.[side] ?? {})) {
    merged.set(
      resource,
      join(merged.get(resource) ?? 0, quantityValue(quantity)),
    );
  }
  return merged;
}

/** As people write it: CPU in thousandths, memory and storage in Mi. */
function quantityOf(resource: string, value: number): string {
  if (/(^|\.)cpu$/.test(resource)) {
    // Sums of thousandths are not exact.
    const thousandths = Math.ceil(value * 1e3 - 1e-6);
    return thousandths % 1e3 === 0 ? `${thousandths / 1e3}` : `${thousandths}m`;
  }
  return /(memory|storage)$/.test(resource)
    ? `${Math.ceil(value / 2 ** 20)}Mi`
    : `${value}`;
}

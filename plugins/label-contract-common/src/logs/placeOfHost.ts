import { canonicalIpv6, isIpAddress } from './address/readTarget';
import { isLoopback } from './address/isLoopback';

/**
 * Where a host of a log line is, seen from a pod. `own-pod` is `localhost` and its like, which no
 * Service can answer; of `outside` nothing can be checked in this cluster.
 *
 * @public
 */
export type HostPlace =
  | {
      readonly kind: 'service';
      readonly namespace: string;
      readonly name: string;
    }
  | { readonly kind: 'cluster-ip'; readonly ip: string }
  | { readonly kind: 'own-pod' }
  | { readonly kind: 'outside' };

/**
 * From where a host is looked up.
 *
 * @public
 */
export interface HostPlaceOptions {
  /** The pod's own namespace, where a name of one label is looked up. */
  readonly namespace: string;
  /** Which namespaces exist in the cluster. */
  readonly namespaces: Pick<ReadonlySet<string>, 'has'>;
  /** The cluster IPs of all Services. */
  readonly clusterIps?: ReadonlySet<string>;
  /** The pod's own name: some programs look themselves up. */
  readonly podName?: string;
}

/** What a Service can be called (RFC 1035; digits in front since Kubernetes 1.34). */
const SERVICE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Where a host is: in the cluster if it is `name`, `name.ns`, `name.ns.svc…` or a headless
 * Service's `pod-0.name.ns.svc…` with `ns` an existing namespace, or a known cluster IP; outside
 * otherwise. Source: the DNS specification of Kubernetes.
 *
 * @public
 */
export function placeOfHost(
  host: string,
  { namespace, namespaces, clusterIps, podName }: HostPlaceOptions,
): HostPlace {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  const ip = canonicalIpv6(name) ?? name;
  if (isLoopback(ip) || name === podName) {
    return { kind: 'own-pod' };
  }
  if (isIpAddress(name)) {
    const known = Array.from(clusterIps ?? []).find(
      candidate => candidate === ip || canonicalIpv6(candidate) === ip,
    );
    return known ? { kind: 'cluster-ip', ip: known } : { kind: 'outside' };
  }

  const service = serviceOfLabels(name.split('.'), namespace);
  if (
    !service ||
    !SERVICE_NAME.test(service.name) ||
    !namespaces.has(service.namespace)
  ) {
    return { kind: 'outside' };
  }
  return { kind: 'service', ...service };
}

function serviceOfLabels(
  labels: readonly string[],
  ownNamespace: string,
): { namespace: string; name: string } | undefined {
  if (labels.length === 1) {
    return { namespace: ownNamespace, name: labels[0] };
  }
  if (labels.length === 2) {
    return { namespace: labels[1], name: labels[0] };
  }
  // `clusterset.local` is every cluster of the set, and not this one.
  if (labels.slice(-2).join('.') === 'clusterset.local') {
    return undefined;
  }
  if (labels[2] === 'svc') {
    return { namespace: labels[1], name: labels[0] };
  }
  const isOrdinal = /-\d+$/.test(labels[0]);
  if (labels[3] === 'svc' || (labels.length === 3 && isOrdinal)) {
    return { namespace: labels[2], name: labels[1] };
  }
  return undefined;
}

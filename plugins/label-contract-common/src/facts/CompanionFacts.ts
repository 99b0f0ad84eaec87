import { ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of a Service.
 *
 * @public
 */
export interface ServiceFacts extends ObjectFacts {
  readonly kind: 'Service';
  /** `spec.selector`; empty where its endpoints are kept by hand. */
  readonly selector: Readonly<Record<string, string>>;
  /** `spec.externalName`, only where the type is `ExternalName`. */
  readonly externalName?: string;
  /** `spec.clusterIPs`, without `None`. */
  readonly clusterIps: readonly string[];
  /** `spec.ports[].port`. */
  readonly ports: readonly number[];
}

/**
 * What the portal remembers of an EndpointSlice.
 *
 * @public
 */
export interface EndpointSliceFacts extends ObjectFacts {
  readonly kind: 'EndpointSlice';
  /** Label `kubernetes.io/service-name`. */
  readonly service?: string;
  /** Addresses that are ready. */
  readonly readyAddresses: number;
}

/**
 * What the portal remembers of an Ingress or an OpenShift Route.
 *
 * @public
 */
export interface IngressFacts extends ObjectFacts {
  readonly kind: 'Ingress' | 'Route';
  /** Names of the Services that it leads to. */
  readonly services: readonly string[];
}

/**
 * What the portal remembers of a HorizontalPodAutoscaler.
 *
 * @public
 */
export interface HorizontalPodAutoscalerFacts extends ObjectFacts {
  readonly kind: 'HorizontalPodAutoscaler';
  /** `spec.scaleTargetRef`. */
  readonly target: { readonly kind: string; readonly name: string };
}

/**
 * What stands beside a workload and may carry the contract label, too.
 *
 * @public
 */
export type CompanionFacts =
  | ServiceFacts
  | IngressFacts
  | HorizontalPodAutoscalerFacts;

import {
  EndpointSliceFacts,
  HorizontalPodAutoscalerFacts,
  IngressFacts,
  ServiceFacts,
} from '../facts/CompanionFacts';
import { NamespaceFacts, NodeFacts } from '../facts/PlaceFacts';

/** What a builder has to be told, and what it may be told. */
type Say<F> = Partial<Omit<F, 'kind'>> & { readonly name: string };

/** A Service that selects nothing; say only what matters. */
export function aService(facts: Say<ServiceFacts>): ServiceFacts {
  return {
    ...placed('Service', facts),
    selector: {},
    clusterIps: [],
    ports: [],
    ...facts,
  };
}

/** The EndpointSlice of a Service, with one ready address. */
export function anEndpointSlice(
  service: ServiceFacts,
  facts: Partial<EndpointSliceFacts> = {},
): EndpointSliceFacts {
  const { cluster, namespace, name } = service;
  return {
    ...placed('EndpointSlice', { cluster, name: `${name}-x7k2p` }),
    namespace,
    service: name,
    readyAddresses: 1,
    ...facts,
  };
}

/** An Ingress, or a Route, that leads to nothing; say only what matters. */
export function anIngress(
  facts: Say<IngressFacts> & { readonly kind?: IngressFacts['kind'] },
): IngressFacts {
  return { ...placed('Ingress', facts), services: [], ...facts };
}

/** A HorizontalPodAutoscaler of one workload. */
export function aHorizontalPodAutoscaler(
  target: {
    readonly kind: string;
    readonly name: string;
    readonly cluster?: string;
    readonly namespace?: string;
  },
  facts: Partial<HorizontalPodAutoscalerFacts> = {},
): HorizontalPodAutoscalerFacts {
  const { kind, name, cluster, namespace = 'payments-team' } = target;
  return {
    ...placed('HorizontalPodAutoscaler', { name, cluster }),
    namespace,
    target: { kind, name },
    ...facts,
  };
}

/** A Namespace that stays. */
export function aNamespace(facts: Say<NamespaceFacts>): NamespaceFacts {
  return {
    ...placed('Namespace', facts),
    namespace: '',
    isTerminating: false,
    ...facts,
  };
}

/** A Node that is ready. */
export function aNode(facts: Say<NodeFacts>): NodeFacts {
  return { ...placed('Node', facts), namespace: '', ready: 'True', ...facts };
}

function placed<K extends string>(
  kind: K,
  facts: {
    readonly name: string;
    readonly cluster?: string;
    readonly namespace?: string;
  },
) {
  const { name, cluster = 'prod-east', namespace = 'payments-team' } = facts;
  return {
    kind,
    cluster,
    namespace,
    name,
    uid: `${kind.toLowerCase()}-${cluster}-${namespace}-${name}`,
    labels: {},
  };
}

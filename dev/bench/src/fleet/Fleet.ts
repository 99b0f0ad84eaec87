import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';

/** Deployments of one service. */
export const DEPLOYMENTS_OF_SERVICE = 5;

/** Services of one namespace, a team's. */
const SERVICES_OF_NAMESPACE = 5;

/** Deployments of one namespace. */
export const DEPLOYMENTS_OF_NAMESPACE =
  SERVICES_OF_NAMESPACE * DEPLOYMENTS_OF_SERVICE;

/** Services of the crowded namespace, in which many teams live together. */
const SERVICES_OF_CROWD = 200;

const FIRST_OF_CROWD = 90_000;

/** One service: its entity, its label and its workloads have one name. */
export interface FleetService {
  readonly name: string;
  readonly namespace: string;
}

/** The service of this number, counted from 0. All names are of one length: services are made of one another. */
export function serviceOf(number: number): FleetService {
  const namespace =
    number < FIRST_OF_CROWD ? Math.floor(number / SERVICES_OF_NAMESPACE) : 9999;
  return {
    name: `service-${padded(number, 5)}`,
    namespace: `team-${padded(namespace, 4)}`,
  };
}

/** So many services have this many Deployments. */
export function servicesFor(deployments: number): number {
  return Math.ceil(deployments / DEPLOYMENTS_OF_SERVICE);
}

/** Numbers of the first services of a fleet. */
export function firstServices(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}

/** Numbers of services that all live in one namespace, apart from the others. */
export const crowd: readonly number[] = Array.from(
  { length: SERVICES_OF_CROWD },
  (_, place) => FIRST_OF_CROWD + place,
);

/** The Components of services, each with its claim. */
export function entitiesOf(numbers: readonly number[]): Entity[] {
  return numbers.map(number => {
    const { name, namespace } = serviceOf(number);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, annotations: { [KUBERNETES_ID]: name } },
      spec: { type: 'service', lifecycle: 'production', owner: namespace },
    };
  });
}

function padded(number: number, digits: number): string {
  return `${number}`.padStart(digits, '0');
}

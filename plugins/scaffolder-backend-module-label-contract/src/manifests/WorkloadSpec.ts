/** The two parts of a service that the golden path knows. */
export type WorkloadComponent = 'api' | 'worker';

/** Quantities of CPU and memory, by resource. */
export type ResourceQuantities = Record<string, string>;

/** How an api is reached from outside of the cluster. */
export interface Exposure {
  as: 'route' | 'ingress';
  /** DNS name; an Ingress needs one. */
  host?: string;
}

/** When a Deployment gets more pods, and how many. */
export interface Autoscaling {
  minReplicas: number;
  maxReplicas: number;
  /** CPU in per cent of what is requested. */
  cpuPercent: number;
}

/** A workload as asked for, every value checked and every default filled in. */
export interface WorkloadSpec {
  component: WorkloadComponent;
  namespace: string;
  /** Name of the Deployment, and of everything that belongs to it. */
  name: string;
  /** Name of the service's catalog entity. */
  service: string;
  /** Value of the label `backstage.io/kubernetes-id`. */
  contractValue: string;
  /** Bare name of the owning group. */
  team: string;
  image: string;
  /** Replaces the image's own command. */
  command?: string[];
  /** Port that the api listens on. */
  port: number;
  env: Record<string, string>;
  resources: { requests: ResourceQuantities; limits: ResourceQuantities };
  expose?: Exposure;
  /** Whether a PodDisruptionBudget goes with it. */
  disruptionBudget: boolean;
  autoscaling?: Autoscaling;
}

/** A service to remove from one namespace, every value checked. */
export interface ServiceToRemove {
  /** Name of the service's catalog entity. */
  readonly service: string;
  /** Bare name of the owning group. */
  readonly team: string;
  readonly namespace: string;
  /** Namespace that Argo CD takes Applications from. */
  readonly argoCdNamespace: string;
  /** Whether the namespace goes, too, if nothing else is in it. */
  readonly removeNamespace: boolean;
  /** Seconds until all of it has to be gone; 0 does not wait. */
  readonly waitSeconds: number;
}

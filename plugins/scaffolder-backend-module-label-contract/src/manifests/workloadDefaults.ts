import type { WorkloadComponent, WorkloadSpec } from './WorkloadSpec';

/**
 * What a workload gets where its template says nothing.
 *
 * Both images are one: of Red Hat's UBI catalogue, free to pull and to mirror, with the numeric user
 * 1001. That user counts: a namespace with the restricted profile refuses root, plain Kubernetes
 * cannot tell whether a user given by name is root, and OpenShift refuses a `runAsUser` in the
 * manifest, as it picks the user itself. `ubi-minimal` would start as root.
 */
export const WORKLOAD_DEFAULTS: Record<
  WorkloadComponent,
  Pick<WorkloadSpec, 'image' | 'command' | 'resources'>
> = {
  api: {
    image: 'registry.access.redhat.com/ubi9/httpd-24:latest',
    command: ['/usr/bin/run-httpd'],
    resources: {
      requests: { cpu: '50m', memory: '96Mi' },
      limits: { cpu: '500m', memory: '256Mi' },
    },
  },
  worker: {
    image: 'registry.access.redhat.com/ubi9/httpd-24:latest',
    // A shell as process 1 ignores SIGTERM unless told otherwise, and would be killed after 30 seconds.
    command: [
      '/bin/sh',
      '-c',
      "trap 'exit 0' TERM; echo 'worker started, waiting for work'; while true; do sleep 3600 & wait $!; done",
    ],
    resources: {
      requests: { cpu: '10m', memory: '32Mi' },
      limits: { cpu: '200m', memory: '128Mi' },
    },
  },
};

/** Port of the api, and of its Service, where none is given. */
export const DEFAULT_PORT = 8080;

/** Number of pods where none is given; the API server's own default, so it need not be sent. */
export const DEFAULT_REPLICAS = 1;

/** Seconds to wait until all pods are ready, where nothing is given. */
export const DEFAULT_WAIT_SECONDS = 180;

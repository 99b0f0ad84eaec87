import { rbacFolder, startControlPlane } from '@internal/control-plane';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchContext } from '../result/Bench';
import { AuditLog } from './AuditLog';
import { KubernetesClient } from './KubernetesClient';

/** A real API server with nothing on it but the rights of the portal, and nobody who changes anything. */
export interface BenchCluster {
  readonly url: string;
  /** Certificates to trust, PEM in base64. */
  readonly caData: string;
  /** Certificates to trust, PEM. */
  readonly ca: string;
  /** Token of the portal's ServiceAccount. */
  readonly token: string;
  /** Address of etcd. */
  readonly etcdUrl: string;
  /** As the administrator, of whom the audit log says nothing. */
  readonly admin: KubernetesClient;
  /** What the portal's ServiceAccount asks for. */
  readonly audit: AuditLog;
  /** CPU time of the API server's process so far, in seconds, by its own metrics. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

const CONNECTIONS = 10;

const SERVICE_ACCOUNT = {
  namespace: 'backstage',
  serviceAccount: 'rhdh-kubernetes-plugin',
  expirationSeconds: 4 * 3600,
};

/** Kinds that only an extension serves. Where they are missing, a portal asks for them time and again. */
const extensions = [
  { group: 'argoproj.io', version: 'v1alpha1', kind: 'Rollout' },
  { group: 'argoproj.io', version: 'v1alpha1', kind: 'Application' },
  { group: 'apps.openshift.io', version: 'v1', kind: 'DeploymentConfig' },
  { group: 'route.openshift.io', version: 'v1', kind: 'Route' },
].map(customResource);

/**
 * Starts etcd and kube-apiserver. Controllers, scheduler and kubelet are left out: they would answer for
 * half of the API server's work.
 */
export async function startBenchCluster({
  log,
  signal,
}: BenchContext): Promise<BenchCluster> {
  const controlPlane = await startControlPlane({
    isApiServerOnly: true,
    isAudited: true,
    log,
    signal,
  });
  try {
    const { url, caData, caFile, etcdUrl, folder, kubectl, adminKubeconfig } =
      controlPlane;
    await kubectl(['create', 'namespace', SERVICE_ACCOUNT.namespace]);
    await kubectl(['apply', '--kustomize', rbacFolder]);
    await kubectl([
      'apply',
      `--filename=${join(rbacFolder, 'options/argo-cd-reader.yaml')}`,
    ]);
    await kubectl(['apply', '--filename=-'], {
      input: JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: extensions,
      }),
    });
    await kubectl([
      'wait',
      '--for=condition=Established',
      '--all',
      'customresourcedefinitions',
    ]);

    const ca = await readFile(caFile, 'utf8');
    const admin = new KubernetesClient({
      url,
      ca,
      token: tokenOf(await readFile(adminKubeconfig, 'utf8')),
      connections: CONNECTIONS,
    });
    return {
      url,
      caData,
      ca,
      etcdUrl,
      token: await controlPlane.createToken(SERVICE_ACCOUNT),
      admin,
      audit: new AuditLog(join(folder, 'logs/audit.log')),
      cpuSeconds: async () =>
        cpuSecondsIn(await admin.send({ path: '/metrics' })),
      async stop() {
        admin.close();
        await controlPlane.stop();
      },
    };
  } catch (error) {
    await controlPlane.stop();
    throw error;
  }
}

function customResource(options: {
  group: string;
  version: string;
  kind: string;
}) {
  const { group, version, kind } = options;
  const singular = kind.toLowerCase();
  const plural = `${singular}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: { 'api-approved.kubernetes.io': 'unapproved, for a test' },
    },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  };
}

/** The token in a kubeconfig that the harness wrote: JSON, with one user. */
function tokenOf(kubeconfig: string): string {
  const token = /"token": "([^"]+)"/.exec(kubeconfig)?.[1];
  if (token === undefined) {
    throw new Error('The kubeconfig of the administrator holds no token');
  }
  return token;
}

function cpuSecondsIn(metrics: string): number {
  const seconds = /^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1];
  if (seconds === undefined) {
    throw new Error(
      'The API server does not say process_cpu_seconds_total in its metrics; it does on Linux',
    );
  }
  return Number(seconds);
}

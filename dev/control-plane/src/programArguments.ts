import type { ControlPlaneFiles } from './controlPlaneFiles';

/** The loopback ports of one control plane. */
export interface ControlPlanePorts {
  etcdClient: number;
  etcdPeer: number;
  apiServer: number;
  /** Where kwok answers as the kubelet of every node. */
  kubelet: number;
}

const loopback = '127.0.0.1';
const urlOfEtcd = (port: number) => `http://${loopback}:${port}`;

/** Address of the API server. */
export function apiServerUrl(ports: ControlPlanePorts): string {
  return `https://${loopback}:${ports.apiServer}`;
}

/** Address of etcd. */
export function etcdUrl(ports: ControlPlanePorts): string {
  return urlOfEtcd(ports.etcdClient);
}

/** Arguments of etcd. */
export function etcdArguments(
  files: ControlPlaneFiles,
  ports: ControlPlanePorts,
): string[] {
  const client = urlOfEtcd(ports.etcdClient);
  const peer = urlOfEtcd(ports.etcdPeer);
  return [
    `--data-dir=${files.etcdData}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // Faster by far; what a power cut could cost is made again by seeding.
    '--unsafe-no-fsync',
    // A kept folder starts with other ports than last time, when those are taken now.
    '--force-new-cluster',
    '--log-level=warn',
  ];
}

/** Arguments of kube-apiserver. */
export function apiServerArguments(
  files: ControlPlaneFiles,
  ports: ControlPlanePorts,
): string[] {
  return [
    `--etcd-servers=${etcdUrl(ports)}`,
    `--secure-port=${ports.apiServer}`,
    `--bind-address=${loopback}`,
    // Else it looks for another address of the machine to advertise, and finds none without a network.
    `--advertise-address=${loopback}`,
    // Nothing runs in this cluster that could reach the API server by the Service `kubernetes`.
    '--endpoint-reconciler-type=none',
    `--cert-dir=${files.certificates}`,
    `--token-auth-file=${files.tokens}`,
    '--authorization-mode=RBAC',
    `--service-account-key-file=${files.serviceAccountKey}`,
    `--service-account-signing-key-file=${files.serviceAccountKey}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--kubelet-preferred-address-types=InternalIP',
    '--allow-privileged=true',
  ];
}

/** Further arguments of kube-apiserver, where it writes down who asks for what. */
export function auditArguments(files: ControlPlaneFiles): string[] {
  return [
    `--audit-policy-file=${files.auditPolicy}`,
    `--audit-log-path=${files.auditLog}`,
    // Written before a request is answered, so that whoever has an answer finds its line.
    '--audit-log-mode=blocking-strict',
  ];
}

/** Arguments of kube-controller-manager. */
export function controllerManagerArguments(files: ControlPlaneFiles): string[] {
  return [
    `--kubeconfig=${files.adminKubeconfig}`,
    `--authentication-kubeconfig=${files.adminKubeconfig}`,
    `--authorization-kubeconfig=${files.adminKubeconfig}`,
    '--leader-elect=false',
    '--secure-port=0',
    `--service-account-private-key-file=${files.serviceAccountKey}`,
    `--root-ca-file=${files.caFile}`,
    // The defaults are made for a fleet that shares one API server.
    '--kube-api-qps=200',
    '--kube-api-burst=400',
  ];
}

/** Arguments of kube-scheduler. */
export function schedulerArguments(files: ControlPlaneFiles): string[] {
  return [
    `--kubeconfig=${files.adminKubeconfig}`,
    `--authentication-kubeconfig=${files.adminKubeconfig}`,
    `--authorization-kubeconfig=${files.adminKubeconfig}`,
    '--leader-elect=false',
    '--secure-port=0',
  ];
}

/** Arguments of kwok. */
export function kwokArguments(
  files: ControlPlaneFiles,
  ports: ControlPlanePorts,
): string[] {
  return [
    `--kubeconfig=${files.adminKubeconfig}`,
    `--config=${files.kwokConfiguration}`,
    '--manage-all-nodes=true',
    `--node-ip=${loopback}`,
    `--node-port=${ports.kubelet}`,
    `--server-address=${loopback}:${ports.kubelet}`,
    // The API server does not check who a kubelet is; its own pair is at hand.
    `--tls-cert-file=${files.caFile}`,
    `--tls-private-key-file=${files.servingKey}`,
    '--node-lease-duration-seconds=40',
  ];
}

import path from 'node:path';

/** Where the files of one control plane are. */
export interface ControlPlaneFiles {
  etcdData: string;
  logs: string;
  certificates: string;
  /** Serving certificate with the authority that signed it; the API server makes it at its first start. */
  caFile: string;
  servingKey: string;
  adminKubeconfig: string;
  /** Tokens that the API server knows by itself, as CSV. */
  tokens: string;
  serviceAccountKey: string;
  auditPolicy: string;
  auditLog: string;
  kwokConfiguration: string;
  containerLogs: string;
  ports: string;
  /** Link to the kubectl that fits; `dev/kubectl` runs it. */
  kubectl: string;
  kubectlCache: string;
}

/** Names the files in the folder of a control plane. */
export function controlPlaneFiles(folder: string): ControlPlaneFiles {
  const certificates = path.join(folder, 'certificates');
  return {
    etcdData: path.join(folder, 'etcd'),
    logs: path.join(folder, 'logs'),
    certificates,
    caFile: path.join(certificates, 'apiserver.crt'),
    servingKey: path.join(certificates, 'apiserver.key'),
    adminKubeconfig: path.join(folder, 'admin.kubeconfig'),
    tokens: path.join(folder, 'tokens.csv'),
    serviceAccountKey: path.join(folder, 'service-account.key'),
    auditPolicy: path.join(folder, 'audit-policy.json'),
    auditLog: path.join(folder, 'logs', 'audit.log'),
    kwokConfiguration: path.join(folder, 'kwok.yaml'),
    containerLogs: path.join(folder, 'container-logs'),
    ports: path.join(folder, 'ports.json'),
    kubectl: path.join(folder, 'kubectl'),
    kubectlCache: path.join(folder, 'kubectl-cache'),
  };
}

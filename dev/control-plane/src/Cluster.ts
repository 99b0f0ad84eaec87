/** Options of {@link Cluster.kubectl}. */
export interface KubectlOptions {
  /** Text for standard input, as for `kubectl apply -f -`. */
  input?: string;
}

/** Options of {@link Cluster.createToken}. */
export interface CreateTokenOptions {
  namespace: string;
  serviceAccount: string;
  /** How long the token is good for; the API server refuses less than 600. Default 3600. */
  expirationSeconds?: number;
}

/** A Kubernetes API to develop and test against, with the rights of its administrator. */
export interface Cluster {
  /** Address of the API server, without a trailing slash. */
  url: string;
  /** Certificates to trust, PEM in base64 as `kubernetes.clusters[].caData` wants it; undefined where the system's own do. */
  caData?: string;
  /** True only for a person's cluster whose kubeconfig says `insecure-skip-tls-verify`. */
  skipTLSVerify: boolean;
  /** Path of a kubeconfig with administrator's rights. For the harness alone, never for the product. */
  adminKubeconfig: string;
  /** Runs kubectl as administrator and returns its standard output; throws with its standard error in the message. */
  kubectl(args: string[], options?: KubectlOptions): Promise<string>;
  /** Asks the TokenRequest API for a token of a ServiceAccount: the only identity the product may use. */
  createToken(options: CreateTokenOptions): Promise<string>;
}

/** A cluster that this process started and owns. */
export interface ControlPlane extends Cluster {
  caData: string;
  /** File with what {@link ControlPlane.caData} holds. */
  caFile: string;
  /** Folder with data, logs (`logs/<program>.log`) and kubeconfig of this control plane. */
  folder: string;
  /** Address of etcd, plain HTTP: what the API server stores, to look at or to fill from outside. */
  etcdUrl: string;
  /** Stops the API server alone, as in an outage. Does nothing while it is stopped. */
  stopApiServer(): Promise<void>;
  /** Starts the API server again on the same port and data; resolves when it is ready. */
  startApiServer(): Promise<void>;
  /** Stops everything that was started, last first, and removes a temporary folder. Safe to call twice. */
  stop(): Promise<void>;
}

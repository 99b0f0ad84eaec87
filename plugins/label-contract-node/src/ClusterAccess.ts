/**
 * How to reach one cluster: a base URL, whom to trust, and the headers of each request. It says the
 * same for every way there, straight to the API server or through a proxy.
 *
 * @public
 */
export interface ClusterEndpoint {
  /** Name of the cluster, as configured. */
  readonly name: string;
  /** Base URL, `http` or `https`, without a trailing slash; it may have a path. */
  readonly url: string;
  /** Certificates to trust, PEM in base64; without it those that Node.js trusts. */
  readonly caData?: string;
  /** True where the server's certificate is not looked at: everyone on the way can read the token. */
  readonly skipTlsVerify: boolean;
  /**
   * `kubernetes-plugin`: the URL is that of the Kubernetes plugin's proxy, which may itself refuse, with the
   * same statuses as a cluster. Straight to the API server where absent.
   */
  readonly via?: 'kubernetes-plugin';
  /**
   * Headers that authorize one request. Ask for every request: a token file is read afresh, since
   * Kubernetes replaces it while we run.
   *
   * @throws AuthenticationError where the credential cannot be read at this moment.
   */
  headers(): Promise<Record<string, string>>;
}

/**
 * One cluster that the portal knows of.
 *
 * @public
 */
export interface KnownCluster {
  readonly name: string;
  /** Name for people, where configured. */
  readonly title?: string;
  /** Word of the Kubernetes plugin for the kind of credential, such as `serviceAccount`. */
  readonly authProvider: string;
  /** True where the portal can reach the cluster by itself, with nobody signed in. */
  readonly isReadable: boolean;
  /** Where it is not readable: one sentence with the reason and the cure. */
  readonly whyNot?: string;
  /**
   * `own`: the portal reads it with an account of its own, and the Kubernetes tab with another; what one
   * may not read, the other may. `of-tab` where absent.
   */
  readonly account?: 'of-tab' | 'own';
  /** Only these namespaces may be listed; all where absent. */
  readonly namespaces?: readonly string[];
}

/**
 * Which clusters there are, and how to reach each. Clusters may come and go, and change their credentials:
 * ask anew rather than keep an answer.
 *
 * @public
 */
export interface ClusterAccess {
  /**
   * Every cluster that is known at this moment, readable or not, those of the configuration first and in
   * its order. It may be asked as often as one likes: what has to be asked elsewhere is remembered for a
   * while, and longer where nobody answers there. It never waits for a cluster.
   */
  listClusters(): Promise<KnownCluster[]>;

  /**
   * How to reach a cluster. Without a name: the only one.
   *
   * @throws NotFoundError for an unknown name; it lists the known ones.
   * @throws InputError without a name where there is not exactly one cluster, and for a cluster that
   * the portal cannot reach by itself.
   */
  endpointOf(name?: string): Promise<ClusterEndpoint>;

  /**
   * How to reach a cluster with the account that the Kubernetes tab uses, where the portal reads it with
   * one of its own. Undefined where that is the same account, where only a user has one, and where the tab
   * does not show the cluster. Never to be used for what a report is made of.
   *
   * @throws NotFoundError for an unknown name.
   */
  tabEndpointOf?(name: string): Promise<ClusterEndpoint | undefined>;

  /**
   * Calls a function whenever {@link ClusterAccess.listClusters} is worth asking at once, as after a change
   * of the configuration. Other changes show only when somebody asks. Returns how to end that. Absent where
   * nothing ever changes.
   */
  subscribe?(listener: () => void): () => void;
}

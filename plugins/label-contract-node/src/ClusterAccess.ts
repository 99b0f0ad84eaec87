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
   * Headers that authorize one request. Ask for every request: a token file is read afresh, since
   * Kubernetes replaces it while we run.
   *
   * @throws AuthenticationError where the credential cannot be read at this moment.
   */
  headers(): Promise<Record<string, string>>;
}

/**
 * One cluster that the configuration names.
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
}

/**
 * Which clusters there are, and how to reach each.
 *
 * @public
 */
export interface ClusterAccess {
  /** Every configured cluster, in the order of the configuration, readable or not. */
  listClusters(): Promise<KnownCluster[]>;

  /**
   * How to reach a cluster. Without a name: the only one.
   *
   * @throws NotFoundError for an unknown name; it lists the known ones.
   * @throws InputError without a name where there is not exactly one cluster, and for a cluster that
   * the portal cannot reach by itself.
   */
  endpointOf(name?: string): Promise<ClusterEndpoint>;
}

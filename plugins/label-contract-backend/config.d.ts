export interface Config {
  /**
   * The label contract between the software catalog and Kubernetes. An unknown or malformed key stops
   * the plugin at start, with its path.
   */
  labelContract?: {
    /**
     * Namespaces in which nothing is anybody's near miss; `*` stands for any characters. What a claim
     * itself finds there is reported all the same. Default: `kube-*` and `openshift-*`.
     */
    ignoredNamespaces?: string[];

    /**
     * Accounts of the portal's own for reading clusters in the background, and namespaces to which the
     * reading is confined. Default: none; clusters are read as the Kubernetes plugin is configured.
     */
    clusters?: Array<{
      /**
       * Name of the cluster, as the Kubernetes plugin has it. Under any other name it is a cluster that
       * is watched and that the Kubernetes tab does not show.
       */
      name: string;
      /**
       * Address of the API server, `https` or `http`. Default: that of the Kubernetes plugin's own
       * configuration; needed where that has none.
       */
      url?: string;
      /**
       * Token of a ServiceAccount that may get, list and watch. Without it the cluster is read as the
       * Kubernetes plugin reads it.
       *
       * @visibility secret
       */
      serviceAccountToken?: string;
      /**
       * Certificates to trust, PEM in base64. Default: those of the Kubernetes plugin's configuration
       * where the address is from there too, else those that Node.js trusts.
       *
       * @visibility secret
       */
      caData?: string;
      /**
       * File of certificates to trust, PEM; an alternative to `caData`.
       *
       * @visibility secret
       */
      caFile?: string;
      /**
       * True to look at no certificate: everyone on the way can read the token. Default: false.
       */
      skipTLSVerify?: boolean;
      /**
       * Only these namespaces are watched, where the account may not list all. Default: all. What lives
       * in no namespace (Namespaces, Nodes) is asked for all the same.
       */
      namespaces?: string[];
    }>;

    /**
     * Age from which what is known of a cluster is shown as old: a duration such as `{ minutes: 2 }` or
     * `2m`, at least 90 seconds. Default: 2 minutes.
     *
     * @deepVisibility frontend
     */
    staleAfter?:
      | string
      | {
          years?: number;
          months?: number;
          weeks?: number;
          days?: number;
          hours?: number;
          minutes?: number;
          seconds?: number;
          milliseconds?: number;
        };

    /** What is read once of an object in trouble. */
    logs?: {
      /**
       * False to read no log lines of any cluster; Events are read all the same. Default: true.
       */
      enabled?: boolean;
      /**
       * Last lines of a crashed container that are kept, from 1 to 100. Default: 20.
       */
      lines?: number;
    };

    /** What happened to the workloads of an entity, in the plugin's database. */
    history?: {
      /**
       * After this time a transition is forgotten: a duration such as `{ days: 90 }` or `90d`, at least
       * one hour. Default: 90 days.
       */
      retention?:
        | string
        | {
            years?: number;
            months?: number;
            weeks?: number;
            days?: number;
            hours?: number;
            minutes?: number;
            seconds?: number;
            milliseconds?: number;
          };
    };
  };

  /**
   * The Kubernetes plugin's own configuration, of which the clusters are read. Only what must be kept
   * out of logs is repeated here, for a portal on which that plugin is not installed.
   */
  kubernetes?: {
    clusterLocatorMethods?: Array<{
      clusters?: Array<{
        /**
         * Token of the ServiceAccount that reads the cluster; without it the pod's own.
         *
         * @visibility secret
         */
        serviceAccountToken?: string;
        /**
         * Certificates to trust, PEM in base64.
         *
         * @visibility secret
         */
        caData?: string;
        /**
         * The provider and its parameters, among them a token.
         *
         * @visibility secret
         */
        authMetadata?: object;
      }>;
    }>;
  };
}

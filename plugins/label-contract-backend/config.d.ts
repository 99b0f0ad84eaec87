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

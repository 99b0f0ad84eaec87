export interface Config {
  /**
   * The label contract between the software catalog and Kubernetes. It has no keys of its own yet; an
   * unknown one stops the plugin at start.
   */
  labelContract?: object;

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

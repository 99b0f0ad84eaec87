export interface Config {
  labelContract?: {
    /** For deploying by Git, with `label-contract:manifests:push` and `label-contract:argocd:application`. */
    gitops?: {
      /**
       * Repositories that may be written to and deployed from: the address of a repository, or the
       * beginning of several, up to a `/`, such as `https://git.example.com/deployments`. Default: none.
       * Credentials are those of `integrations` for the host.
       */
      repositories?: string[];
    };
    templates?: {
      /**
       * Shows the choice of a cluster in the forms, where the portal knows several: the catalog fills them into the
       * fields of templates that ask for them (`ui:options: { choices: kubernetes-clusters }`). Default: false, and
       * the fields stay hidden. For backends that have both the catalog and the scaffolder.
       */
      offerClusters?: boolean;
    };
  };
}

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
  };
}

export interface Config {
  labelContract?: {
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

    /**
     * Where the pages of the rules are: an address to which the id of a rule is appended, or in which it
     * takes the place of `{rule}`. Default: none; the ids lead nowhere.
     *
     * @visibility frontend
     */
    rulePages?: string;

    /**
     * Template that deploys a service, as an entity reference: `template:default/deploy-new-service`. Its
     * parameter `serviceName` is filled in. Default: none; services that are not deployed lead to no form.
     *
     * @visibility frontend
     */
    deployTemplate?: string;

    /**
     * Where a service is registered in the catalog: a path of the portal, such as `/catalog-import`, or an
     * address. Default: none; workloads that no service claims lead to no form.
     *
     * @visibility frontend
     */
    registerPage?: string;
  };
}

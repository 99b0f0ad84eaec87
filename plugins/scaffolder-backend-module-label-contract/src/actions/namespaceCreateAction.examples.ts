import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps that work as they stand, where there is one cluster; a test runs them. */
export const examples: TemplateExample[] = [
  {
    description: 'A namespace for a new service, on the only cluster',
    example: `steps:
  - id: namespace
    name: Create Namespace
    action: label-contract:namespace:create
    input:
      namespace: order-tracker
      team: inventory-team
`,
  },
  {
    description: 'Everything said: cluster, service, labels and pod security',
    example: `steps:
  - id: namespace
    name: Create Namespace
    action: label-contract:namespace:create
    input:
      cluster: workshop
      namespace: order-tracker
      team: group:default/inventory-team
      service: component:default/order-tracker
      lifecycle: production
      description: Real-time order tracking service
      podSecurity: restricted
      labels:
        cost-center: "4711"
      annotations:
        example.com/contact: inventory@example.com
`,
  },
];

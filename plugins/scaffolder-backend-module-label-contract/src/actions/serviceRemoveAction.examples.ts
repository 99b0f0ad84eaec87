import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps that work as they stand, where there is one cluster; a test runs them. */
export const examples: TemplateExample[] = [
  {
    description: 'What would be deleted of a service; nothing is',
    example: `steps:
  - id: plan
    name: Plan Removal
    action: label-contract:service:remove
    input:
      service: order-tracker
      team: inventory-team
      namespace: order-tracker
      removeNamespace: true
      dryRun: true
`,
  },
  {
    description:
      'A service with its namespace, if nothing else is in it; confirmed by its name',
    example: `steps:
  - id: remove
    name: Remove Service
    action: label-contract:service:remove
    input:
      cluster: workshop
      service: component:default/order-tracker
      team: group:default/inventory-team
      namespace: order-tracker
      removeNamespace: true
      confirm: order-tracker
`,
  },
];

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps that work as they stand, where the service is deployed; a test runs them. */
export const examples: TemplateExample[] = [
  {
    description: 'Waits until the Kubernetes tab shows an API and a worker',
    example: `steps:
  - id: result
    name: Log Result
    action: label-contract:entity:verify
    input:
      entityRef: component:default/order-tracker
      workloads: [order-tracker-api, order-tracker-worker]
      minimumPods: 2
`,
  },
];

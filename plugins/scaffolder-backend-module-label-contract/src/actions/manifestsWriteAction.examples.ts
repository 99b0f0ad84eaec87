import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps that work as they stand; a test runs them. */
export const examples: TemplateExample[] = [
  {
    description: 'A namespace, an API and a worker',
    example: `steps:
  - id: manifests
    name: Write Manifests
    action: label-contract:manifests:write
    input:
      targetPath: manifests
      namespace: order-tracker
      team: inventory-team
      service: order-tracker
      lifecycle: production
`,
  },
  {
    description: 'A worker alone, with its own image',
    example: `steps:
  - id: manifests
    name: Write Manifests
    action: label-contract:manifests:write
    input:
      namespace: order-tracker
      team: inventory-team
      service: component:default/order-tracker
      components: [worker]
      worker:
        image: registry.example.com/orders/importer:1.4.0
        replicas: 2
`,
  },
];

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps that work as they stand, where the namespace exists; a test runs them. */
export const examples: TemplateExample[] = [
  {
    description: 'An API with a Service, from the default image',
    example: `steps:
  - id: api
    name: Deploy API Service
    action: label-contract:workload:deploy
    input:
      component: api
      namespace: order-tracker
      service: order-tracker
      team: inventory-team
`,
  },
  {
    description: 'A worker with its own image, environment and resources',
    example: `steps:
  - id: worker
    name: Deploy Worker Service
    action: label-contract:workload:deploy
    input:
      component: worker
      cluster: workshop
      namespace: order-tracker
      service: component:default/order-tracker
      team: group:default/inventory-team
      name: order-importer
      image: registry.example.com/inventory/order-importer:1.4.2
      replicas: 2
      env:
        QUEUE: orders
      resources:
        requests:
          cpu: 50m
          memory: 64Mi
        limits:
          memory: 128Mi
      waitSeconds: 60
`,
  },
];

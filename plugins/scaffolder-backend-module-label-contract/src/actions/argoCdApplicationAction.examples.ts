import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps as templates have them. */
export const examples: TemplateExample[] = [
  {
    description: 'An Application for what label-contract:manifests:push pushed',
    example: `steps:
  - id: application
    name: Create Argo CD Application
    action: label-contract:argocd:application
    input:
      namespace: order-tracker
      service: order-tracker
      team: inventory-team
      repoUrl: \${{ steps.commit.output.remoteUrl }}
      path: \${{ steps.commit.output.path }}
      revision: \${{ steps.commit.output.revision }}
`,
  },
];

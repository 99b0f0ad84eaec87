import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Steps as templates have them. */
export const examples: TemplateExample[] = [
  {
    description: 'What label-contract:manifests:write wrote, as one commit',
    example: `steps:
  - id: commit
    name: Commit to Git
    action: label-contract:manifests:push
    input:
      repoUrl: https://git.example.com/deployments/services.git
      service: order-tracker
      team: inventory-team
      sourcePath: manifests
`,
  },
];

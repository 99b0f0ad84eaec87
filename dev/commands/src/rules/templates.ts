import { NewRule } from './NewRule';

/** The file of a rule that is never violated, until somebody writes it. */
export function ruleTemplate(rule: NewRule): string {
  const define =
    rule.subject === 'claim' ? 'defineClaimRule' : 'defineWorkloadRule';
  return `import { ${define} } from './Rule';

/**
 * TODO: why it is so. What Kubernetes or the plugin does, and since when.
 *
 * @public
 */
export const ${rule.name} = ${define}({
  id: '${rule.id}',
  description: 'TODO: the good state in one sentence.',
  verdict: '${rule.verdict}',
  severities: ['error'],
  owners: ['${ownerOf(rule)}'],
  evidences: ['exact'],
  fixes: [],
  check() {
    return undefined;
  },
});
`;
}

/** Its test: what is left to do counts as failed. */
export function testTemplate(rule: NewRule): string {
  return `describe('${rule.id}', () => {
  it.todo('is kept by a good case');
  it.todo('is not kept by a bad case');
  it.todo('is kept by the case that looks bad and is not');
  it.todo('is kept after its fix');
});
`;
}

function ownerOf({ subject, verdict }: NewRule): string {
  if (subject === 'claim') {
    return 'catalog';
  }
  return verdict === 'contract' ? 'ops' : 'team';
}

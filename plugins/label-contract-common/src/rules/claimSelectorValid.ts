import { KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding } from './claimFinding';
import { defineClaimRule } from './Rule';

/**
 * The selector parses. The Kubernetes plugin sends it as it is, and the API server answers 400 to one
 * that it does not understand: the tab shows an error and no workloads.
 *
 * @public
 */
export const claimSelectorValid = defineClaimRule({
  id: 'claim-selector-valid',
  description:
    'The annotation `backstage.io/kubernetes-label-selector` is a selector that the API server accepts.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: [],
  check({ entity }) {
    const { id, query } = entity.claim;
    const parsed = parseSelector(query);
    if (id !== undefined || parsed.kind === 'selector') {
      return undefined;
    }
    return {
      rule: 'claim-selector-valid',
      ...claimFinding(entity, 'error'),
      message: {
        id: 'refused',
        values: {
          key: KUBERNETES_LABEL_SELECTOR,
          value: query,
          problem: parsed.problem,
        },
      },
      fixes: [],
    };
  },
});

import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineClaimRule } from './Rule';

/**
 * The selector names at least one label with its value. A blank one matches everything in the
 * cluster; one of negations and bare keys matches what other teams deploy tomorrow.
 *
 * @public
 */
export const claimSelectorNarrow = defineClaimRule({
  id: 'claim-selector-narrow',
  description: 'The selector names at least one label with its value.',
  verdict: 'contract',
  severities: ['error', 'warning'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity }) {
    const { id, query } = entity.claim;
    const parsed = parseSelector(query);
    if (id !== undefined || parsed.kind === 'invalid') {
      return undefined;
    }
    const { selector } = parsed;
    if (termsOfSelector(selector).length > 0) {
      return undefined;
    }

    const isBlank = selector.length === 0;
    const values = {
      key: KUBERNETES_LABEL_SELECTOR,
      value: query,
      problem: '',
    };
    return {
      rule: 'claim-selector-narrow',
      ...claimFinding(entity, isBlank ? 'error' : 'warning'),
      message: {
        id: isBlank ? 'matches-everything' : 'names-no-value',
        values,
      },
      fixes: [
        editAnnotations(entity, {
          set: { [KUBERNETES_ID]: entity.name },
          remove: [KUBERNETES_LABEL_SELECTOR],
        }),
      ],
    };
  },
});

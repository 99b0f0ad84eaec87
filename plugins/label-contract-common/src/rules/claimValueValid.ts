import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { problemOfLabelValue } from '../selector/labelSyntax';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineClaimRule } from './Rule';

/**
 * The id makes a query that asks for exactly one legal value. The Kubernetes plugin puts it behind
 * `backstage.io/kubernetes-id=` and sends that as a selector, so `a,b` asks for two things at once
 * and finds nothing, and a slash is refused. Blanks around the value are accepted by the API server.
 *
 * @public
 */
export const claimValueValid = defineClaimRule({
  id: 'claim-value-valid',
  description:
    'The annotation `backstage.io/kubernetes-id` holds exactly one legal label value.',
  verdict: 'contract',
  severities: ['error', 'info'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity }) {
    const { id: value, query } = entity.claim;
    if (value === undefined) {
      return undefined;
    }
    const values = { key: KUBERNETES_ID, value, problem: '' };

    const trimmed = trimmedAsByApiServer(value);
    if (problemOfLabelValue(trimmed) === undefined && trimmed !== '') {
      return trimmed === value
        ? undefined
        : {
            rule: 'claim-value-valid',
            ...claimFinding(entity, 'info'),
            message: { id: 'blanks-around', values },
            fixes: [
              editAnnotations(entity, { set: { [KUBERNETES_ID]: trimmed } }),
            ],
          };
    }

    const ids = listOfIds(value);
    if (ids.length > 1) {
      return {
        rule: 'claim-value-valid',
        ...claimFinding(entity, 'error'),
        message: { id: 'several', values },
        fixes: [
          editAnnotations(entity, {
            set: {
              [KUBERNETES_LABEL_SELECTOR]: `${KUBERNETES_ID} in (${ids.join(
                ', ',
              )})`,
            },
            remove: [KUBERNETES_ID],
          }),
        ],
      };
    }

    const parsed = parseSelector(query);
    return {
      rule: 'claim-value-valid',
      ...claimFinding(entity, 'error'),
      message:
        parsed.kind === 'invalid'
          ? { id: 'refused', values: { ...values, problem: parsed.problem } }
          : { id: 'not-an-id', values },
      fixes: [],
    };
  },
});

/** The ids that somebody listed with commas; empty where one of them is no legal value. */
function listOfIds(value: string): string[] {
  const ids = value.split(',').map(trimmedAsByApiServer);
  const isList = ids.every(id => id && problemOfLabelValue(id) === undefined);
  return isList ? ids : [];
}

/** The API server skips these four; a no-break space, which `trim` would take, is refused. */
function trimmedAsByApiServer(value: string): string {
  return value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

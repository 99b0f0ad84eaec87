import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { LegacyShell, TabGateReport } from './GateReport';

/** The selector first: where both are set, it is the one that counts. */
const TAB_KEYS = [KUBERNETES_LABEL_SELECTOR, KUBERNETES_ID];

/**
 * Gate 1. The new frontend system shows the tab where one of the two annotations exists, be it empty.
 * Source: `@backstage/plugin-kubernetes`, the filter of `entityKubernetesContent`.
 *
 * @public
 */
export function tabGate(entity: Entity): TabGateReport {
  return { ...inNewShells(entity), shell: inLegacyShell(entity) };
}

function inNewShells(entity: Entity): TabGateReport {
  const { annotations = {} } = entity.metadata;
  const set = TAB_KEYS.find(key => annotations[key]);
  if (set !== undefined) {
    return {
      gate: 'tab',
      state: 'open',
      reason: { id: 'annotation-set', values: { key: set } },
      holdsBack: [],
    };
  }

  const empty = TAB_KEYS.find(key => Object.hasOwn(annotations, key));
  if (empty !== undefined) {
    return {
      gate: 'tab',
      state: 'open',
      reason: { id: 'annotation-empty', values: { key: empty } },
      holdsBack: [],
    };
  }

  return {
    gate: 'tab',
    state: 'closed',
    reason: {
      id: 'annotation-missing',
      values: { keys: [KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR] },
    },
    holdsBack: [],
  };
}

/**
 * Two doors stand in a row there. The shell shows the tab where the id or the namespace is set and not
 * empty (RHDH's own configuration of the plugin, and its `hasAnnotation`); the plugin then looks for
 * the id or the selector, and else says that an annotation is missing (`Router` and
 * `isKubernetesAvailable` of `@backstage/plugin-kubernetes`).
 */
function inLegacyShell(entity: Entity): LegacyShell | undefined {
  const { annotations = {} } = entity.metadata;
  const hasTab = Boolean(
    annotations[KUBERNETES_ID] || annotations[KUBERNETES_NAMESPACE],
  );
  const isAvailable = TAB_KEYS.some(key => annotations[key]);
  const hasTabElsewhere = TAB_KEYS.some(key => Object.hasOwn(annotations, key));

  const isAlike = hasTab ? isAvailable : !hasTabElsewhere;
  return isAlike
    ? undefined
    : {
        shell: 'rhdh-1-legacy',
        state: 'closed',
        reason: {
          id: hasTab ? 'says-missing-annotation' : 'no-tab',
          values: {},
        },
      };
}

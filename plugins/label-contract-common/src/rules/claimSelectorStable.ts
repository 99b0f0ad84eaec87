import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { Fix } from '../fix/Fix';
import { levelMarksOf } from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { formatSelector } from '../selector/formatSelector';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { claimFinding, editAnnotations } from './claimFinding';
import { ClaimFinding } from './Finding';
import { defineEntityRule, EntityCheck } from './Rule';

type StableMessageId = Extract<
  ClaimFinding,
  { rule: 'claim-selector-stable' }
>['message']['id'];

/** Controllers write these, with a new value for each revision, Job or pod. */
const MADE_BY_CONTROLLERS = [
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'statefulset.kubernetes.io/pod-name',
  // Of a DeploymentConfig: the name of one revision.
  'deployment',
];

/** A release writes these anew. */
const VERSIONS = [
  'app.kubernetes.io/version',
  'version',
  'helm.sh/chart',
  'chart',
  'image-tag',
];

const INSTANCE = 'app.kubernetes.io/instance';

/**
 * The selector asks for labels that stay. One that a controller makes is another tomorrow, and one that
 * names a version is another after the next release: then the tab is empty, and nothing was done wrong.
 *
 * Argo CD up to version 2 writes `app.kubernetes.io/instance` itself, with the name of its Application;
 * version 3 does not any more.
 *
 * @public
 */
export const claimSelectorStable = defineEntityRule({
  id: 'claim-selector-stable',
  description:
    'The selector names only labels that a release or a restart does not change.',
  verdict: 'contract',
  severities: ['warning'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity, matched }) {
    const { claim } = entity;
    const parsed = claim && parseSelector(claim.query);
    if (!claim || claim.id !== undefined || parsed?.kind !== 'selector') {
      return undefined;
    }
    const { selector } = parsed;
    const [unstable] = selector.flatMap(({ key, operator }) => {
      const isByValue = operator === 'in' || operator === 'notin';
      const id = isByValue ? whyUnstable(key, matched) : undefined;
      return id ? [{ id, label: key }] : [];
    });
    if (!unstable) {
      return undefined;
    }

    const { id, label } = unstable;
    const stable = selector.filter(
      ({ key }) => whyUnstable(key, matched) === undefined,
    );
    return {
      rule: 'claim-selector-stable',
      ...claimFinding(entity, 'warning'),
      message: {
        id,
        values: {
          key: KUBERNETES_LABEL_SELECTOR,
          value: claim.query,
          problem: '',
          label,
        },
      },
      fixes: fixesFor({ entity, matched, stable }),
    };
  },
});

function whyUnstable(
  key: string,
  matched: readonly MatchedWorkload[],
): StableMessageId | undefined {
  if (MADE_BY_CONTROLLERS.includes(key)) {
    return 'made-by-controller';
  }
  if (VERSIONS.includes(key)) {
    return 'changes-with-version';
  }
  return key === INSTANCE && matched.some(isInstanceOfArgoCd)
    ? 'written-by-argo-cd'
    : undefined;
}

/** Who owns the label is the best answer; where nobody recorded it, who manages the workload. */
function isInstanceOfArgoCd({ facts }: MatchedWorkload): boolean {
  const { object, podTemplate } = levelMarksOf(facts);
  const owner =
    object?.labelManagers?.[INSTANCE] ?? podTemplate?.labelManagers?.[INSTANCE];
  if (owner !== undefined) {
    return owner.startsWith('argocd');
  }
  return 'manager' in facts && facts.manager?.tool === 'argo-cd';
}

/** What is left of the selector where it still names a value; else the id that all workloads carry. */
function fixesFor(options: {
  entity: EntityCheck['entity'];
  matched: readonly MatchedWorkload[];
  stable: Selector;
}): Fix[] {
  const { entity, matched, stable } = options;
  if (termsOfSelector(stable).length > 0) {
    const value = formatSelector(stable);
    return [
      editAnnotations(entity, { set: { [KUBERNETES_LABEL_SELECTOR]: value } }),
    ];
  }
  const [id, ...others] = new Set(
    matched.map(({ facts }) => facts.labels[KUBERNETES_ID]),
  );
  return id !== undefined && others.length === 0
    ? [
        editAnnotations(entity, {
          set: { [KUBERNETES_ID]: id },
          remove: [KUBERNETES_LABEL_SELECTOR],
        }),
      ]
    : [];
}

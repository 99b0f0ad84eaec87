import { KUBERNETES_ID } from '../annotations';
import { annotationInsteadOf } from '../evidence/intendedLabelsOf';
import { refOfWorkload } from '../facts/WorkloadRef';
import { RemoveLabelFix } from '../fix/Fix';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { ownLevelsOf } from './ownLevelsOf';
import { defineWorkloadRule } from './Rule';

/**
 * A level carries the key of the contract label under `annotations`, and not under `labels`: it reads
 * as if it were set, and no selector looks there. `checkEntityLabel` looks at the catalog's side.
 *
 * @public
 */
export const labelIsALabel = defineWorkloadRule({
  id: 'label-is-a-label',
  description:
    'The contract label of a workload stands under `labels`, that of an entity under `annotations`.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops', 'catalog'],
  evidences: ['exact', 'strong'],
  fixes: [...LABEL_FIXES, 'remove-label', 'edit-annotations'],
  check({ workload }) {
    const misplaced = misplacedIn(workload);
    const [first] = misplaced;
    if (!first) {
      return undefined;
    }

    const { annotation } = first;
    const { values, fixes, ...finding } = labelFinding(workload);
    const removal: RemoveLabelFix = {
      kind: 'remove-label',
      workload: refOfWorkload(workload.facts),
      levels: misplaced
        .filter(each => each.annotation === annotation)
        .map(({ level }) => level),
      key: annotation,
      under: 'annotations',
    };
    return {
      rule: 'label-is-a-label',
      ...finding,
      message: { id: 'is-an-annotation', values: { ...values, annotation } },
      // The annotation does no harm once the label is there, so it may go later.
      fixes: [...fixes, removal],
    };
  },
});

/** Levels whose label is missing while an annotation of its name is there. */
function misplacedIn(workload: MatchedWorkload) {
  return ownLevelsOf(workload)
    .filter(({ label }) => !label.matches && label.key === KUBERNETES_ID)
    .flatMap(({ level, labels, marks }) => {
      const annotation = annotationInsteadOf(labels, marks?.annotations);
      return annotation === undefined ? [] : [{ level, annotation }];
    });
}

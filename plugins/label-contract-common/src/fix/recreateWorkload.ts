import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { changeLevels } from './changeLevels';
import { RecreateWorkloadFix } from './Fix';
import { rollOut } from './rollOut';

/**
 * The facts after a workload was made anew: another object by the same name, which has adopted what the
 * old one controlled, and brought its template to the pods. With downtime nothing was left to adopt, and
 * what came anew does what the old pods did.
 */
export function recreateWorkload(options: {
  fix: RecreateWorkloadFix;
  workload: WorkloadFacts;
  others: readonly Facts[];
}): Facts[] {
  const { fix, workload, others } = options;
  const { key, value, levels, selectBy, adopted, how } = fix;
  const labelled = changeLevels(workload, levels, level => ({
    ...level,
    labels: { ...level.labels, [key]: value },
  }));
  const selected = selectBy && { [selectBy.key]: selectBy.value };
  const selecting = selected
    ? changeLevels(labelled, ['pod-template'], level => ({
        ...level,
        labels: { ...level.labels, ...selected },
      }))
    : labelled;
  if (selecting.kind === 'Pod' || workload.kind === 'Pod') {
    // Nothing selects a pod that nothing controls.
    return [workload, ...others];
  }
  const anew: WorkloadFacts = {
    ...selecting,
    uid: `${workload.uid}-anew`,
    selectorKeys: [
      ...(workload.selectorKeys ?? []).filter(each => each !== key),
      ...(selectBy ? [selectBy.key] : []),
    ],
  };

  const isChild = (fact: Facts) =>
    fact.cluster === workload.cluster && fact.controllerUid === workload.uid;
  const children = others.map(fact =>
    isChild(fact)
      ? {
          ...fact,
          controllerUid: anew.uid,
          ...(adopted &&
            adopted.kind === fact.kind &&
            adopted.names.includes(fact.name) && {
              labels: { ...fact.labels, ...adopted.labels },
            }),
        }
      : fact,
  );
  const isSameTemplate = levels.length === 0 && !selectBy;
  const after =
    isSameTemplate && how === 'orphan'
      ? [anew, ...children]
      : rollOut(anew, children);
  const old = new Set(others.filter(isChild).map(({ uid }) => uid));
  return how === 'downtime' ? after.filter(({ uid }) => !old.has(uid)) : after;
}

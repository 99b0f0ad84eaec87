import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { WorkloadRef } from '../facts/WorkloadRef';
import { changeLevels, LevelFacts } from './changeLevels';
import { Fix, PatchableLevel, RemoveLabelFix, RollPodsFix } from './Fix';
import { podAnew } from './podAnew';
import { recreateWorkload } from './recreateWorkload';
import { rollOut } from './rollOut';

/**
 * What the clusters would hold once a fix was carried out and everything came to rest: controllers make
 * a new revision of a changed pod template, and its pods take the place of all earlier ones, as far as
 * they replace pods at all. The new pods do what the old ones did, for a label heals no crash. A fix
 * that changes nothing in a cluster, or names a workload that is gone, leaves the facts as they are;
 * so does `sync`, for nobody here knows what is in the source.
 *
 * @public
 */
export function applyFixToFacts(fix: Fix, facts: readonly Facts[]): Facts[] {
  switch (fix.kind) {
    case 'set-label':
    case 'edit-source': {
      const patched = patch({
        ...fix,
        facts,
        change: level => withLabels(level, { [fix.key]: fix.value }),
      });
      return fix.kind === 'set-label'
        ? labelPods({ ...fix, facts: patched })
        : patched;
    }
    case 'remove-label':
      return patch({ ...fix, facts, change: level => without(fix, level) });
    case 'label-pods':
      return labelPods({ ...fix, facts });
    case 'roll-pods':
      return rollPods(fix, facts);
    case 'recreate-workload':
      return onWorkload(fix.workload, facts, (workload, others) =>
        recreateWorkload({ fix, workload, others }),
      );
    case 'edit-annotations':
    case 'relate-cluster':
    case 'edit-config':
    case 'grant-read':
    case 'sync':
    case 'tell-owner':
      return [...facts];
    default:
      return fix satisfies never;
  }
}

function onWorkload(
  ref: WorkloadRef,
  facts: readonly Facts[],
  change: (workload: WorkloadFacts, others: readonly Facts[]) => Facts[],
): Facts[] {
  const workload = facts.find(
    (fact): fact is WorkloadFacts =>
      fact.kind === ref.kind &&
      fact.cluster === ref.cluster &&
      fact.uid === ref.uid,
  );
  return workload
    ? change(
        workload,
        facts.filter(fact => fact !== workload),
      )
    : [...facts];
}

function patch(options: {
  workload: WorkloadRef;
  levels: readonly PatchableLevel[];
  facts: readonly Facts[];
  change: (level: LevelFacts) => LevelFacts;
}): Facts[] {
  const { levels, change } = options;
  return onWorkload(options.workload, options.facts, (workload, others) => {
    const patched = changeLevels(workload, levels, change);
    return levels.includes('pod-template')
      ? rollOut(patched, others)
      : [patched, ...others];
  });
}

function withLabels(
  level: LevelFacts,
  labels: Readonly<Record<string, string>>,
): LevelFacts {
  return { ...level, labels: { ...level.labels, ...labels } };
}

function without(
  { key, under }: RemoveLabelFix,
  { labels, marks }: LevelFacts,
): LevelFacts {
  const kept = (texts: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(texts).filter(([each]) => each !== key));
  return under === 'labels'
    ? { labels: kept(labels), marks }
    : { labels, marks: { ...marks, annotations: kept(marks?.annotations) } };
}

function labelPods(options: {
  workload: WorkloadRef;
  pods?: readonly string[];
  key: string;
  value: string;
  facts: readonly Facts[];
}): Facts[] {
  const { workload, pods = [], key, value, facts } = options;
  return facts.map(fact =>
    isPodOf(workload, pods, fact)
      ? { ...fact, labels: { ...fact.labels, [key]: value } }
      : fact,
  );
}

function rollPods(fix: RollPodsFix, facts: readonly Facts[]): Facts[] {
  const { workload, how, pods } = fix;
  switch (how) {
    case 'restart':
      return onWorkload(workload, facts, rollOut);
    case 'resume-rollout':
      return onWorkload(workload, facts, (paused, others) =>
        rollOut(
          'isPaused' in paused ? { ...paused, isPaused: false } : paused,
          others,
        ),
      );
    case 'delete-pods':
      return facts.map(fact =>
        fact.kind === 'Pod' && isPodOf(workload, pods, fact)
          ? podAnew(fact, facts) ?? fact
          : fact,
      );
    default:
      return how satisfies never;
  }
}

function isPodOf(
  { cluster, namespace }: WorkloadRef,
  names: readonly string[],
  fact: Facts,
): boolean {
  return (
    fact.kind === 'Pod' &&
    fact.cluster === cluster &&
    fact.namespace === namespace &&
    names.includes(fact.name)
  );
}

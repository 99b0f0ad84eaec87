import { KUBERNETES_ID } from '../annotations';
import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { levelLabelsOf, levelMarksOf } from '../match/levelLabelsOf';
import { Sign } from '../match/Sign';
import { misspeltKeyOf } from './misspeltKeyOf';

/** What somebody meant one level of a workload to carry. */
export interface IntendedLabels {
  /** As if the contract label stood in the right place. */
  readonly labels: Labels;
  /** Value of the contract label; undefined where nobody meant to set one. */
  readonly value?: string;
  /** Where it stands instead; empty where it is in its place. */
  readonly signs: readonly Sign[];
}

/**
 * The labels that the levels of a workload were meant to have, innermost first: a value under a misspelt
 * key, or under `annotations`, counts as if it stood in the right place.
 */
export function intendedLabelsOf(workload: WorkloadFacts): IntendedLabels[] {
  const labels = levelLabelsOf(workload);
  const marks = levelMarksOf(workload);
  if (workload.kind === 'Pod') {
    return [intended(labels.object, marks.object?.annotations)];
  }
  return [
    intended(labels.podTemplate, marks.podTemplate?.annotations),
    ...(labels.jobTemplate
      ? [intended(labels.jobTemplate, marks.jobTemplate?.annotations)]
      : []),
    intended(labels.object, marks.object?.annotations),
  ];
}

/** The annotation of a level that should have been its label; undefined where the label is there. */
export function annotationInsteadOf(
  labels: Labels,
  annotations: Labels = {},
): string | undefined {
  if (KUBERNETES_ID in labels) {
    return undefined;
  }
  return KUBERNETES_ID in annotations
    ? KUBERNETES_ID
    : misspeltKeyOf(annotations);
}

function intended(labels: Labels, annotations: Labels = {}): IntendedLabels {
  const misspelt = misspeltKeyOf(labels);
  if (misspelt !== undefined) {
    return {
      labels: { ...labels, [KUBERNETES_ID]: labels[misspelt] },
      value: labels[misspelt],
      signs: [{ id: 'key-misspelt', key: misspelt }],
    };
  }
  const annotation = annotationInsteadOf(labels, annotations);
  if (annotation !== undefined) {
    return {
      labels: { ...labels, [KUBERNETES_ID]: annotations[annotation] },
      value: annotations[annotation],
      signs: [{ id: 'is-an-annotation', key: annotation }],
    };
  }
  return { labels, value: labels[KUBERNETES_ID], signs: [] };
}

import { ContractMarks } from '../facts/ContractMarks';
import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';

/**
 * Whether a workload has a pod template of its own: a pod has none, nor a Rollout that borrows one.
 *
 * @public
 */
export function hasOwnTemplate(workload: WorkloadFacts): boolean {
  return (
    workload.kind !== 'Pod' &&
    !(workload.kind === 'Rollout' && workload.templateOf !== undefined)
  );
}

/**
 * The labels of an object and of the templates in it.
 *
 * @public
 */
export interface LevelLabels {
  readonly object: Labels;
  /** Only of a CronJob: the labels that its Jobs get. */
  readonly jobTemplate?: Labels;
  readonly podTemplate: Labels;
}

/**
 * The labels that a workload's own levels have. A Job template without labels hands on those of the pod
 * template (measured on Kubernetes 1.36). What has no template of its own is taken for it.
 *
 * @public
 */
export function levelLabelsOf(workload: WorkloadFacts): LevelLabels {
  if (workload.kind === 'Pod' || !hasOwnTemplate(workload)) {
    return { object: workload.labels, podTemplate: workload.labels };
  }
  switch (workload.kind) {
    case 'CronJob': {
      const { jobTemplateLabels, templateLabels } = workload;
      return {
        object: workload.labels,
        jobTemplate:
          Object.keys(jobTemplateLabels).length > 0
            ? jobTemplateLabels
            : templateLabels,
        podTemplate: templateLabels,
      };
    }
    default:
      return { object: workload.labels, podTemplate: workload.templateLabels };
  }
}

/** The labels of every level, each once. */
export function allLevelLabelsOf(workload: WorkloadFacts): Labels[] {
  const { object, jobTemplate, podTemplate } = levelLabelsOf(workload);
  return [
    ...new Set([object, ...(jobTemplate ? [jobTemplate] : []), podTemplate]),
  ];
}

/**
 * What is known of the levels besides their labels, by the same names.
 *
 * @public
 */
export function levelMarksOf(workload: WorkloadFacts): {
  readonly object?: ContractMarks;
  readonly jobTemplate?: ContractMarks;
  readonly podTemplate?: ContractMarks;
} {
  if (workload.kind === 'Pod') {
    return { object: workload.marks };
  }
  return {
    object: workload.marks,
    jobTemplate:
      workload.kind === 'CronJob' ? workload.jobTemplateMarks : undefined,
    podTemplate: workload.templateMarks,
  };
}

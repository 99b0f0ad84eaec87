import { ContractMarks } from '../facts/ContractMarks';
import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { PatchableLevel } from './Fix';

/** What one level carries. */
export interface LevelFacts {
  readonly labels: Labels;
  readonly marks?: ContractMarks;
}

/** A workload some levels of which carry something else; what it controls is as before. */
export function changeLevels(
  workload: WorkloadFacts,
  levels: readonly PatchableLevel[],
  change: (level: LevelFacts) => LevelFacts,
): WorkloadFacts {
  const changedAt = (level: PatchableLevel, facts: LevelFacts) =>
    levels.includes(level) ? change(facts) : facts;
  const object = changedAt('object', workload);
  if (workload.kind === 'Pod') {
    return { ...workload, ...object };
  }

  const template = changedAt('pod-template', {
    labels: workload.templateLabels,
    marks: workload.templateMarks,
  });
  const changed = {
    labels: object.labels,
    marks: object.marks,
    templateLabels: template.labels,
    templateMarks: template.marks,
  };
  if (workload.kind !== 'CronJob') {
    return { ...workload, ...changed };
  }
  const jobTemplate = changedAt('job-template', {
    labels: workload.jobTemplateLabels,
    marks: workload.jobTemplateMarks,
  });
  return {
    ...workload,
    ...changed,
    jobTemplateLabels: jobTemplate.labels,
    jobTemplateMarks: jobTemplate.marks,
  };
}

import { CronJobFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromMarks } from './factsFromMarks';
import { factsFromTemplated } from './factsFromTemplated';
import { JsonNode } from './JsonNode';

const JOB_TEMPLATE = ['spec', 'jobTemplate'];

/** What is kept of a CronJob as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromCronJob(raw: unknown, cluster: string): CronJobFacts {
  const object = new JsonNode(raw);
  const jobTemplate = [...JOB_TEMPLATE, 'metadata'];
  const status = object.at('status');
  return {
    kind: 'CronJob',
    ...factsFromTemplated({
      object,
      kind: 'CronJob',
      cluster,
      templatePath: [...JOB_TEMPLATE, 'spec', 'template'],
    }),
    jobTemplateLabels: object.at(...jobTemplate, 'labels').texts(),
    jobTemplateMarks: factsFromMarks({ object, path: jobTemplate }),
    isSuspended: object.at('spec', 'suspend').optionalBoolean() ?? false,
    lastScheduledAt: status.at('lastScheduleTime').optionalText(),
    lastSucceededAt: status.at('lastSuccessfulTime').optionalText(),
  };
}

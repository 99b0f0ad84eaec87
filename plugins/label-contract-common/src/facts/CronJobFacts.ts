import { ContractMarks } from './ContractMarks';
import { Labels } from './ObjectFacts';
import { TemplatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of a CronJob. Its `templateLabels` are those of the pods.
 *
 * @public
 */
export interface CronJobFacts extends TemplatedFacts {
  readonly kind: 'CronJob';
  /**
   * `spec.jobTemplate.metadata.labels`. Where there is none at all, a Job gets those of the pod
   * template. Source: `SetDefaults_Job` of Kubernetes.
   */
  readonly jobTemplateLabels: Labels;
  readonly jobTemplateMarks?: ContractMarks;
  readonly isSuspended: boolean;
  /** `status.lastScheduleTime`, ISO 8601. */
  readonly lastScheduledAt?: string;
  /** `status.lastSuccessfulTime`, ISO 8601. */
  readonly lastSucceededAt?: string;
}

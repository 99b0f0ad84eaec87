/**
 * A place on one workload that carries labels. Only a CronJob has a job template.
 *
 * @public
 */
export type Level = 'object' | 'job-template' | 'pod-template' | 'pods';

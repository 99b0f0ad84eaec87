/**
 * A place on one workload that carries labels.
 *
 * @public
 */
export type Level = 'object' | 'pod-template' | 'pods';

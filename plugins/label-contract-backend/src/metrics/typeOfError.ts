import { metricDefinitions } from './metricDefinitions';

const { values: known = [] } =
  metricDefinitions.reportDuration.attributes['error.type'];

type ErrorType = (typeof known)[number];

/** What an error is called where it is counted. */
export function typeOfError(error: unknown): ErrorType {
  const name = error instanceof Error ? error.name : undefined;
  return known.find(each => each === name) ?? '_OTHER';
}

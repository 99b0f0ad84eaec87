import { CustomErrorBase } from '@backstage/errors';

/** What was asked for is legal and was tried, and did not come to be. */
export class StepFailedError extends CustomErrorBase {
  readonly name = 'StepFailedError';
}

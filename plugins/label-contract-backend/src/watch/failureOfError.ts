import {
  AuthenticationError,
  CustomErrorBase,
  isError,
} from '@backstage/errors';
import { WatchFailure } from './WatchFailure';

/** What an error means for a watch: that the cluster was not reached, and is asked again soon. */
export function failureOfError(error: unknown, asked: string): WatchFailure {
  if (error instanceof WatchFailure) {
    return error;
  }
  return new WatchFailure({
    problem: {
      reason:
        error instanceof AuthenticationError ? 'unauthorized' : 'unreachable',
      // Our own errors say the whole; that of a broken connection is a word such as "aborted".
      message:
        error instanceof CustomErrorBase
          ? error.message
          : `${asked} broke off: ${messageOf(error)}`,
    },
    cure: 'resume',
  });
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

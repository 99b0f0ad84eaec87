import { WatchFailure } from './WatchFailure';

/** Characters of the API server's own words that are kept. */
const LONGEST_WORDS = 300;

/** An answer other than 200, and what was asked. */
export interface RefusedRequest {
  /** Such as `Listing pods on cluster 'prod-1'`. */
  readonly asked: string;
  readonly status: number;
  /** Words of the API server, where it sent a `Status`. */
  readonly words?: string;
}

/** What an answer of the API server other than 200 means for a watch. */
export function failureOfAnswer(answer: RefusedRequest): WatchFailure {
  const { status } = answer;
  switch (status) {
    case 401:
      return new WatchFailure({
        problem: {
          reason: 'unauthorized',
          message: sentence(
            answer,
            'the credential is not accepted; renew the token',
          ),
        },
        cure: 'wait',
      });
    case 403:
      return new WatchFailure({
        problem: {
          reason: 'forbidden',
          message: sentence(
            answer,
            "grant get, list and watch to the portal's ServiceAccount",
          ),
        },
        cure: 'wait',
      });
    case 404:
      return new WatchFailure({
        problem: {
          reason: 'not-served',
          message: sentence(
            answer,
            'the API server does not serve it; where it serves nothing at all, check the address of the cluster',
          ),
        },
        cure: 'wait',
      });
    case 410:
      return new WatchFailure({
        problem: {
          reason: 'unreachable',
          message: sentence(answer, 'it is listed again'),
        },
        cure: 'relist',
      });
    default:
      return new WatchFailure({
        problem: {
          reason: 'unreachable',
          message: sentence(answer, 'it is tried again'),
        },
        cure: 'resume',
      });
  }
}

function sentence({ asked, status, words }: RefusedRequest, cure: string) {
  const said = words ? `${status}: ${words.slice(0, LONGEST_WORDS)}` : status;
  return `${asked} was answered with ${said}; ${cure}`;
}

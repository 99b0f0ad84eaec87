import { WatchState } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { VerdictMarkWords } from './describeVerdicts';

/** How well a cluster is read, as a mark and a word. */
export function describeClusterState(
  options: {
    state: WatchState;
    /** True where some kinds cannot be read, and those that matter to everybody can. */
    isPartly: boolean;
  },
  t: Translate,
): VerdictMarkWords {
  const { state, isPartly } = options;
  switch (state.kind) {
    case 'live':
      return isPartly
        ? { mark: 'warning', tone: 'warn', word: t('clusterState.partly') }
        : { mark: 'good', tone: 'good', word: t('clusterState.live') };
    case 'syncing':
      return { mark: 'busy', tone: 'busy', word: t('clusterState.syncing') };
    case 'stale':
    case 'dark':
      return describeProblem(state.problem.reason, t);
    default:
      return state satisfies never;
  }
}

function describeProblem(
  reason: Extract<WatchState, { kind: 'dark' }>['problem']['reason'],
  t: Translate,
): VerdictMarkWords {
  switch (reason) {
    case 'unreachable':
      return { mark: 'dark', tone: 'bad', word: t('clusterState.stale') };
    case 'unauthorized':
    case 'forbidden':
    case 'not-served':
      return { mark: 'locked', tone: 'warn', word: t('clusterState.refused') };
    case 'no-background-access':
      return {
        mark: 'locked',
        tone: 'warn',
        word: t('clusterState.needsUser'),
      };
    default:
      return reason satisfies never;
  }
}

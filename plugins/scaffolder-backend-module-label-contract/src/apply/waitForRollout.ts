import { RolloutFacts, RolloutState, rolloutState } from './rolloutState';
import { WaitOptions, waitForState } from './waitForState';

/**
 * Waits until all pods of a Deployment's newest revision are ready.
 *
 * @throws RefusedError: `pods-refused` (quota, admission), `not-ready` after `waitSeconds`, `cancelled`.
 */
export function waitForRollout(
  options: WaitOptions<RolloutState> & {
    /** Asks the cluster how far it is. */
    look: () => Promise<RolloutFacts>;
  },
): Promise<RolloutState> {
  const { object, look, ...rest } = options;
  return waitForState({
    ...rest,
    object,
    look: async () => rolloutState(await look()),
    describe: describeState,
    refusalOf: ({ reasons }) => ({
      kind: 'pods-refused',
      object,
      message: reasons.join('; '),
    }),
  });
}

function describeState({ kind, ready, of, reasons }: RolloutState): string {
  const count = `${ready} of ${of} ready`;
  if (kind === 'refused') {
    return `${count}, pod refused: ${reasons.join('; ')}`;
  }
  return [count, ...reasons].join(', ');
}

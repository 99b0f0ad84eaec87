import { refusalAt } from '../cluster/refusalAt';
import { AnsweredError, ClusterClient } from '../cluster/ClusterClient';
import { RefusedError } from '../refusal/Refusal';
import { FoundObject, nameOfFound } from './FoundObject';
import { lookAgain } from './lookAgain';

/** Looks and deletes until they fit together; controllers and other people write too. */
const ATTEMPTS = 3;

/**
 * Deletes the very version of an object that was looked at. Where it changed in between (409), it is looked
 * at again, and deleted only if it still may be.
 *
 * @returns `kept` where it became somebody else's meanwhile. Who finds it gone already is content.
 * @throws RefusedError
 */
export async function removeObject(options: {
  client: ClusterClient;
  found: FoundObject;
  /** Whether it may be deleted, seen again. */
  mayGo: (found: FoundObject) => boolean;
}): Promise<'gone' | 'kept'> {
  const { client, mayGo } = options;
  let { found } = options;
  const { uid } = found.live.metadata ?? {};

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (found.live.metadata?.deletionTimestamp) {
      return 'gone';
    }
    try {
      await client.remove(found.kind, found.live);
      return 'gone';
    } catch (error) {
      if (!(error instanceof AnsweredError)) {
        throw error;
      }
      if (error.answer.kind === 'not-found') {
        return 'gone';
      }
      if (error.answer.kind !== 'stale') {
        throw new RefusedError(refusalAt(error.answer, nameOfFound(found)));
      }
    }
    const again = await lookAgain(client, nameOfFound(found));
    // Another uid is another object of the same name, made after ours was gone.
    if (!again || again.live.metadata?.uid !== uid) {
      return 'gone';
    }
    if (!mayGo(again)) {
      return 'kept';
    }
    found = again;
  }

  throw new RefusedError({
    kind: 'changed-meanwhile',
    object: nameOfFound(found),
  });
}

import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { JsonValue } from '@backstage/types';
import { useEffect, useState } from 'react';

const BUCKET = 'label-contract';

/**
 * A choice of the reader, remembered in the portal's user storage, and the same wherever it is shown.
 *
 * @param read - makes a choice of what is stored, which may be anything; the same function each time
 */
export function useRemembered<T extends JsonValue>(
  key: string,
  read: (stored: unknown) => T,
): [T, (choice: T) => void] {
  const storage = useApi(storageApiRef);
  const [choice, setChoice] = useState(() =>
    read(storage.forBucket(BUCKET).snapshot(key).value),
  );

  useEffect(() => {
    const subscription = storage
      .forBucket(BUCKET)
      .observe$(key)
      .subscribe(({ value }) => setChoice(read(value)));
    return () => subscription.unsubscribe();
  }, [storage, key, read]);

  const choose = (chosen: T) => {
    setChoice(chosen);
    // Not remembering a choice is no reason to disturb the reader.
    storage
      .forBucket(BUCKET)
      .set(key, chosen)
      .catch(() => {});
  };

  return [choice, choose];
}

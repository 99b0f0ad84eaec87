import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { FixTool } from '@portal-operations/plugin-label-contract-common';
import { useEffect, useState } from 'react';

const BUCKET = 'label-contract';
const KEY = 'fixTool';

/** Tools to choose from, the first is what nobody has chosen yet. */
export const fixTools: readonly FixTool[] = ['oc', 'kubectl'];

function toolOf(value: unknown): FixTool {
  return fixTools.find(tool => tool === value) ?? fixTools[0];
}

/** The command-line tool that this reader wants fixes for, remembered in the portal's user storage. */
export function useFixTool(): [FixTool, (tool: FixTool) => void] {
  const storage = useApi(storageApiRef);
  const [tool, setTool] = useState(() =>
    toolOf(storage.forBucket(BUCKET).snapshot(KEY).value),
  );

  useEffect(() => {
    const subscription = storage
      .forBucket(BUCKET)
      .observe$(KEY)
      .subscribe(({ value }) => setTool(toolOf(value)));
    return () => subscription.unsubscribe();
  }, [storage]);

  const choose = (chosen: FixTool) => {
    setTool(chosen);
    // Not remembering a choice is no reason to disturb the reader.
    storage
      .forBucket(BUCKET)
      .set(KEY, chosen)
      .catch(() => {});
  };

  return [tool, choose];
}

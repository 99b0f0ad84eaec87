import { useCallback, useEffect, useState } from 'react';

const SHOWN_MILLISECONDS = 2_000;

/** `copied` and `failed` go back to `idle` after 2 seconds. */
export type CopyState = 'idle' | 'copied' | 'failed';

/** Writes text to the clipboard and says for 2 seconds how that went. */
export function useCopy(): { state: CopyState; copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = useCallback(async (text: string) => {
    try {
      // Absent where the portal is not served over https or from the loopback interface.
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  }, []);

  return { state, copy };
}

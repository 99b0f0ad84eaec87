import { useState } from 'react';
import { saveBlob } from './saveBlob';

/** An export under way, or how the last one ended. */
export interface Export {
  readonly state: 'idle' | 'exporting' | 'failed';
  readonly start: () => void;
}

/** Asks for a table and saves it as a file. */
export function useExport(options: {
  ask: () => Promise<Blob>;
  fileName: string;
}): Export {
  const [state, setState] = useState<Export['state']>('idle');
  async function save() {
    setState('exporting');
    try {
      saveBlob(await options.ask(), options.fileName);
      setState('idle');
    } catch {
      setState('failed');
    }
  }
  return {
    state,
    start: () => {
      if (state !== 'exporting') {
        save();
      }
    },
  };
}

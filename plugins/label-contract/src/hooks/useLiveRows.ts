import { useState } from 'react';
import { KeptRows, keepOrder } from './keepOrder';

/** Rows that stay where they are while somebody looks. */
export interface LiveRows<Row> extends KeptRows<Row> {
  /** Takes the order of today. */
  readonly show: () => void;
}

interface Shown<Row> extends KeptRows<Row> {
  /** Question that they answer. */
  readonly key: string;
  /** What they were made of. */
  readonly source: readonly Row[];
}

function takeAll<Row>(key: string, source: readonly Row[]): Shown<Row> {
  return { key, source, rows: source, gone: new Set(), changed: 0 };
}

/**
 * Keeps the order of rows until another question is answered, or the reader asks for it; updates replace
 * the words in place.
 */
export function useLiveRows<Row>(options: {
  /** Question that the rows answer: the answer to another one takes its own order. */
  key: string;
  /** True while the rows still answer the question before. */
  isBehind: boolean;
  rows: readonly Row[];
  idOf: (row: Row) => string;
}): LiveRows<Row> {
  const { isBehind, rows, idOf } = options;
  const [state, setState] = useState(() => takeAll(options.key, rows));
  const key = isBehind ? state.key : options.key;

  let shown = state;
  // Where nothing is shown nothing can move.
  if (key !== state.key || (rows !== state.source && state.rows.length === 0)) {
    shown = takeAll(key, rows);
  } else if (rows !== state.source) {
    const kept = keepOrder({ shown: state.rows, rows, idOf });
    shown = { key, source: rows, ...kept };
  }
  if (shown !== state) {
    setState(shown);
  }
  const { gone, changed } = shown;
  return {
    rows: shown.rows,
    gone,
    changed,
    show: () => setState(takeAll(key, rows)),
  };
}

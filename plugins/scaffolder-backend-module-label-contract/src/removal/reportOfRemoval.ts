import { rowOf } from '../plan/rowOf';
import type { RemovedObject } from './RemovedObject';

/** What the page of a task shows of a removal. */
export interface RemovalReport {
  /** Rows of a Markdown table with the columns object, name, and what is done with it. */
  readonly rows: string;
  /** Number of objects that were deleted, or would be. */
  readonly removed: number;
  /** What stays, and why, as one text; empty where nothing does. */
  readonly remaining: string;
  /** One line for the task log. */
  readonly summary: string;
}

/** Tells of what was removed, or would be in a plan, and what stays. */
export function reportOfRemoval(
  objects: readonly RemovedObject[],
  { dryRun }: { dryRun: boolean },
): RemovalReport {
  const done = dryRun ? 'would be deleted' : 'deleted';
  const deleted = objects.filter(({ outcome }) => outcome === 'deleted');
  const staying = objects.filter(({ outcome }) => outcome === 'stays');
  const remaining = staying
    .map(({ object, reason }) => `${describe(object)} (${reason})`)
    .join('; ');
  return {
    rows: objects
      .map(({ object, outcome, by, reason }) =>
        rowOf(
          object,
          outcome === 'stays'
            ? `stays: ${reason}`
            : `${done}${by ? ` by ${by}` : ''}`,
        ),
      )
      .join('\n'),
    removed: deleted.length,
    remaining,
    summary: [
      deleted.length === 0
        ? 'nothing is left to remove'
        : `${dryRun ? 'would delete' : 'deleted'} ${listOf(deleted)}`,
      ...(remaining ? [`stays: ${remaining}`] : []),
    ].join('; '),
  };
}

function listOf(objects: readonly RemovedObject[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(
    objects.map(({ object }) => describe(object)),
  );
}

function describe({ kind, name }: RemovedObject['object']): string {
  return `${kind} ${name}`;
}

import type { PlannedObject } from './PlannedObject';
import { rowOf } from './rowOf';

/** What the page of a task shows of the objects: Markdown. */
export interface ObjectsReport {
  /** Rows of a table with the columns object, name, and what is done with it. */
  readonly rows: string;
  /** Code blocks with what would be changed; empty where nothing would. */
  readonly diff: string;
}

/** Makes Markdown of what would be done, or was. */
export function reportOfObjects(
  objects: readonly PlannedObject[],
): ObjectsReport {
  return {
    rows: objects
      .map(({ object, ...done }) => rowOf(object, wordsOf(done)))
      .join('\n'),
    diff: objects
      .flatMap(({ object, diff }) =>
        diff
          ? [`\`\`\`diff\n  ${object.kind} ${object.name}\n${diff}\n\`\`\`\n`]
          : [],
      )
      .join('\n'),
  };
}

/** `changed: 2 fields, port 8080`. */
function wordsOf(done: Omit<PlannedObject, 'object'>): string {
  const { outcome, changes, detail, isTried } = done;
  const fields = `${changes.length} ${
    changes.length === 1 ? 'field' : 'fields'
  }`;
  return [
    outcome === 'changed' ? `changed: ${fields}` : outcome,
    ...(detail ? [detail] : []),
    ...(isTried ? [] : ['not tried: its namespace does not exist yet']),
  ].join(', ');
}

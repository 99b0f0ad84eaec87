import { UnclaimedWorkload } from '@portal-operations/plugin-label-contract-common';
import { Column, joined, toCsv } from './toCsv';

const columns: readonly Column<UnclaimedWorkload>[] = [
  ['cluster', ({ ref }) => ref.cluster],
  ['namespace', ({ ref }) => ref.namespace],
  ['kind', ({ ref }) => ref.kind],
  ['name', ({ ref }) => ref.name],
  ['label', ({ key }) => key],
  ['value', ({ value }) => value],
  ['pods', ({ pods }) => pods.of],
  ['pods_ready', ({ pods }) => pods.ready],
  [
    'likeliest',
    ({ likeliest }) => joined(likeliest.map(({ entityRef }) => entityRef)),
  ],
  ['evidence', ({ likeliest }) => likeliest[0]?.evidence],
  [
    'signs',
    ({ likeliest }) => joined(likeliest[0]?.signs.map(({ id }) => id) ?? []),
  ],
];

/** The unclaimed workloads as a table. Columns are never renamed: somebody's spreadsheet knows them. */
export function unclaimedTable(rows: readonly UnclaimedWorkload[]): string {
  return toCsv(rows, columns);
}

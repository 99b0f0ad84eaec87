import { ConflictError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { TEAM } from '../manifests/ownershipLabels';

/** Texts of files by their paths in a folder, with `/` between the parts. */
export type FolderContent = ReadonlyMap<string, string>;

/** What happens to one file. */
export interface FileChange {
  readonly file: string;
  readonly outcome: 'added' | 'changed' | 'removed' | 'unchanged';
  /** Empty for an added file. */
  readonly before: string;
  /** Empty for a removed file. */
  readonly after: string;
}

/**
 * Compares what is wanted with a service's folder in a repository. What the team had written before and
 * wants no more is removed; what somebody else put beside it stays.
 *
 * @param options.place - the folder in words, for the error.
 * @throws ConflictError where the folder is another team's, or nobody's and in the way.
 */
export function compareFolders(options: {
  there: FolderContent;
  wanted: FolderContent;
  team: string;
  place: string;
}): FileChange[] {
  const { there, wanted, team, place } = options;
  const owners = new Map(
    [...there].map(([file, text]) => [file, teamsOf(file, text)] as const),
  );
  const all = new Set([...owners.values()].flat());
  const other = [...all].find(owner => owner !== team);
  if (other !== undefined) {
    throw new ConflictError(
      `path: ${place} belongs to ${other}, not to ${team}. Choose another path or name. Nothing was pushed by this step.`,
    );
  }
  const isOwn = all.has(team);
  const changes: FileChange[] = [...wanted].map(([file, after]) => {
    const before = there.get(file);
    if (before === undefined) {
      return { file, outcome: 'added', before: '', after };
    }
    if (before !== after && !isOwn) {
      throw new ConflictError(
        `path: ${place} has a file ${file} that was not made by this portal. Choose another path, or ask its author to move it. Nothing was pushed by this step.`,
      );
    }
    const outcome = before === after ? 'unchanged' : 'changed';
    return { file, outcome, before, after };
  });
  const removed = [...there].filter(
    ([file]) => !wanted.has(file) && owners.get(file)?.length,
  );
  return [
    ...changes,
    ...removed.map(([file, before]): FileChange => {
      return { file, outcome: 'removed', before, after: '' };
    }),
  ];
}

/** The teams whose objects a file holds. */
function teamsOf(file: string, text: string): string[] {
  if (!/\.(ya?ml|json)$/.test(file)) {
    return [];
  }
  return parseAllDocuments(text).flatMap(document => {
    const team = document.errors.length
      ? undefined
      : document.getIn(['metadata', 'labels', TEAM]);
    return typeof team === 'string' ? [team] : [];
  });
}

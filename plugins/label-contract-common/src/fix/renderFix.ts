import { PatchableLevel, SetLabelFix } from './Fix';

/**
 * Command-line tools that a fix is rendered for.
 *
 * @public
 */
export type FixTool = 'oc' | 'kubectl';

/**
 * The command that carries out a fix: one line, quoted for a POSIX shell.
 *
 * It is one merge patch for all levels: a merge patch creates missing maps and needs no escaping of
 * the key, whereas a JSON patch `add` fails where the map does not exist.
 *
 * @public
 */
export function renderFix(fix: SetLabelFix, tool: FixTool): string {
  const { workload } = fix;
  return [
    tool,
    'patch',
    workload.kind.toLowerCase(),
    quoteForShell(workload.name),
    '-n',
    quoteForShell(workload.namespace),
    '--type=merge',
    '-p',
    `'${JSON.stringify(patchOfFix(fix)).replaceAll("'", `'\\''`)}'`,
  ].join(' ');
}

/**
 * A merge patch (RFC 7396) that sets labels of a workload.
 *
 * @public
 */
export type MergePatch = {
  metadata?: { labels: Record<string, string> };
  spec?: { template: { metadata: { labels: Record<string, string> } } };
};

/**
 * The merge patch of a fix, as a value.
 *
 * @public
 */
export function patchOfFix(fix: SetLabelFix): MergePatch {
  const labels = { [fix.key]: fix.value };
  const byLevel: Record<PatchableLevel, MergePatch> = {
    object: { metadata: { labels } },
    'pod-template': { spec: { template: { metadata: { labels } } } },
  };
  return Object.assign({}, ...fix.levels.map(level => byLevel[level]));
}

function quoteForShell(word: string): string {
  return /^[\w./:=-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}

import { NewRule } from './NewRule';

/**
 * The text of `allRules.ts` with one rule more, the last of its list. Throws where the text is not
 * what this function knows.
 */
export function registerRule(text: string, rule: NewRule): string {
  const list = rule.subject === 'claim' ? 'claimRules' : 'workloadRules';
  const begin = new RegExp(`^export const ${list}\\b[^=]*= \\[$`, 'm').exec(
    text,
  );
  const end = begin ? text.indexOf('\n];', begin.index) : -1;
  if (!begin || end < 0) {
    throw new Error(
      `allRules.ts has no list 'export const ${list} = [ … ];'; add ${rule.name} by hand`,
    );
  }
  const entered = `${text.slice(0, end)}\n  ${rule.name},${text.slice(end)}`;

  const imports = [...text.matchAll(/^import \{ \w+ \} from '\.\/(\w+)';$/gm)];
  const next = imports.find(([, name]) => name > rule.name);
  const last = imports.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length + 1 : 0);
  return `${entered.slice(0, at)}import { ${rule.name} } from './${
    rule.name
  }';\n${entered.slice(at)}`;
}

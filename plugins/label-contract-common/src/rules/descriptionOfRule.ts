import { allRules } from './allRules';

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  allRules.map(({ id, description }) => [id, description]),
);

/**
 * The good state that a rule asks for, in one English sentence of Markdown; undefined where there is no
 * rule of that id.
 *
 * @public
 */
export function descriptionOfRule(id: string): string | undefined {
  return DESCRIPTIONS.get(id);
}

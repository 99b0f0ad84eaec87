import { PLACEHOLDER, SECTIONS } from './pageOfRule';
import { sectionsOfPage } from './sectionsOfPage';

/** What is wrong with the sections of a page; empty where all five are there, in order, and written. */
export function problemsOfSections(page: string): string[] {
  const sections = sectionsOfPage(page);
  const names = sections.map(({ name }) => name).join(', ');
  const wanted = SECTIONS.join(', ');
  return [
    ...(names === wanted ? [] : [`has '${names}' instead of '${wanted}'`]),
    ...(page.includes(PLACEHOLDER) ? [`still says ${PLACEHOLDER}`] : []),
    ...sections
      .filter(({ text }) => text === '')
      .map(({ name }) => `has nothing under '${name}'`),
  ];
}

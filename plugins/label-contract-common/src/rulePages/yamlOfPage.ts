import { sectionsOfPage } from './sectionsOfPage';

/** The first YAML block of a section of a rule's page. Throws where there is none. */
export function yamlOfPage(page: string, section: 'Bad' | 'Good'): string {
  const text = sectionsOfPage(page).find(({ name }) => name === section)?.text;
  const yaml = /```yaml\n(.*?)```/s.exec(text ?? '')?.[1];
  if (yaml === undefined) {
    throw new Error(`The page has no YAML under '${section}'`);
  }
  return yaml;
}

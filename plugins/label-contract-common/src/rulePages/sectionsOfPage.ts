/** The parts of a page below its headings of the second level, in their order. */
export function sectionsOfPage(page: string): { name: string; text: string }[] {
  const [, ...parts] = page.split(/^## /m);
  return parts.map(part => {
    const [name, ...lines] = part.split('\n');
    return { name, text: lines.join('\n').trim() };
  });
}

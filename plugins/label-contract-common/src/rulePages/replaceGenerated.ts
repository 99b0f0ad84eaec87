const BEGIN =
  '<!-- Generated from the rules by "npm run docs:rules"; do not edit. -->';
const END = '<!-- End of the generated part. -->';

/**
 * A page with another generated part, everything else as it was. Throws where the page has no such
 * part, or several.
 */
export function replaceGenerated(page: string, generated: string): string {
  const [before, ...afterBegin] = page.split(BEGIN);
  const [, ...afterEnd] = afterBegin.join('').split(END);
  if (afterBegin.length !== 1 || afterEnd.length !== 1) {
    throw new Error(
      `The page has to contain the line '${BEGIN}' once, and below it '${END}' once`,
    );
  }
  return `${before}${generatedPart(generated)}${afterEnd[0]}`;
}

/** A generated part with the marks that it is found again by. */
export function generatedPart(generated: string): string {
  return `${BEGIN}\n\n${generated}\n\n${END}`;
}

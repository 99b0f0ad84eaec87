const BEGIN =
  '<!-- Generated from the results of the tests by "npm run docs:compatibility"; do not edit. -->';
const END = '<!-- End of what is generated. -->';

/** Puts a text between the two comments of a page, and leaves the rest as it is. Throws where they are missing. */
export function replaceGenerated(page: string, text: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`The page has no line '${BEGIN}' with '${END}' after it`);
  }
  return `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${page.slice(
    end,
  )}`;
}

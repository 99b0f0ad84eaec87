/** `299 - "text"`, several with commas between; RFC 7234, section 5.5, of which Kubernetes uses this much. */
const WARNING = /299\s+\S+\s+"((?:[^"\\]|\\.)*)"/g;

/** The texts of a `Warning` header, as an API server sends it. */
export function warningsOf(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(WARNING)].map(([, text]) =>
    text.replace(/\\(.)/g, '$1'),
  );
}

import { createHash } from 'node:crypto';

/**
 * A tag that is the same for the same content. Weak, as compression makes other bytes of one body.
 * Whoever could see nothing else of a report learns nothing from it: it is sent to those only who may
 * read what it is made of.
 */
export function etagOf(content: string): string {
  const hash = createHash('sha256').update(content).digest('base64url');
  return `W/"${hash}"`;
}

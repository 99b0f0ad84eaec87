import distanceOf from 'damerau-levenshtein';
import { KUBERNETES_ID } from '../annotations';
import { Labels } from '../facts/ObjectFacts';

const NEARLY = 2;

/**
 * A label key that is nearly the contract label's, where that one is absent: two letters off at the
 * most, or the right name under another prefix or none.
 */
export function misspeltKeyOf(labels: Labels): string | undefined {
  if (KUBERNETES_ID in labels) {
    return undefined;
  }
  return Object.keys(labels)
    .sort()
    .find(key => /(^|\/)kubernetes[-_.]?id$/i.test(key) || isNearly(key));
}

/** Cheap for the keys that everything carries: this is asked of each label of a whole namespace. */
function isNearly(key: string): boolean {
  return (
    Math.abs(key.length - KUBERNETES_ID.length) <= NEARLY &&
    !key.startsWith('app.kubernetes.io/') &&
    distanceOf(key, KUBERNETES_ID).steps <= NEARLY
  );
}

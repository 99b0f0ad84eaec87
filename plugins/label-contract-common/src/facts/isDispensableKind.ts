/**
 * Whether a kind only adds a detail to answers: where it may not be read they say a little less, and
 * that is nobody's fault and no finding.
 *
 * @public
 */
export function isDispensableKind(kind: string): boolean {
  return kind === 'Application';
}

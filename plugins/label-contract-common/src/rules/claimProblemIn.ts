/** What the scheduler says of a claim that keeps it from looking for a node. */
export type ClaimProblem =
  | { readonly kind: 'unbound'; readonly claim?: string }
  | { readonly kind: 'missing'; readonly claim: string };

/**
 * Said before any node is looked at, so that these words never stand beside what is wrong with nodes.
 * Source: `pkg/scheduler/framework/plugins/volumebinding` of Kubernetes 1.36.
 */
const UNBOUND = /unbound immediate PersistentVolumeClaims/;
const MISSING = /persistentvolumeclaim "([^"]+)" not found/;
const LOST =
  /persistentvolumeclaim "([^"]+)" bound to non-existent persistentvolume/;

/**
 * The problem with a volume claim in the scheduler's words; undefined where it looked for a node and found
 * none.
 */
export function claimProblemIn(words: string): ClaimProblem | undefined {
  const missing = MISSING.exec(words);
  if (missing) {
    return { kind: 'missing', claim: missing[1] };
  }
  const lost = LOST.exec(words);
  if (lost) {
    return { kind: 'unbound', claim: lost[1] };
  }
  return UNBOUND.test(words) ? { kind: 'unbound' } : undefined;
}

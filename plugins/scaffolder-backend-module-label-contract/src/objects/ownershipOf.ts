import type { V1ObjectMeta } from '@kubernetes/client-node';
import { TEAM } from '../manifests/ownershipLabels';
import { managersOf } from './managersOf';

/** Whose an object is, seen by a team that wants to write it. */
export type Ownership =
  | { kind: 'nothing-there' }
  | { kind: 'own' }
  | { kind: 'other-team'; owner: string }
  /** It carries no team: it was not made here. `managers` wrote it, as far as Kubernetes knows. */
  | { kind: 'no-team'; managers: string[] };

/**
 * Compares the team label. It alone decides: an object that somebody else made becomes a team's as soon
 * as ops labels it. A team is what the caller says, so this guards against accidents, not against intent.
 */
export function ownershipOf(
  live: { metadata?: V1ObjectMeta } | undefined,
  team: string,
): Ownership {
  if (!live) {
    return { kind: 'nothing-there' };
  }

  const owner = live.metadata?.labels?.[TEAM];
  if (owner === team) {
    return { kind: 'own' };
  }
  if (owner) {
    return { kind: 'other-team', owner };
  }

  return { kind: 'no-team', managers: managersOf(live) };
}

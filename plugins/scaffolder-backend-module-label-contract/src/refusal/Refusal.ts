import type { AccessRefusal } from './AccessRefusal';
import type { OutcomeRefusal } from './OutcomeRefusal';
import type { OwnerRefusal } from './OwnerRefusal';

/** Every reason for which a step stops after its input was found to be legal. */
export type Refusal = AccessRefusal | OwnerRefusal | OutcomeRefusal;

/** Carries a {@link Refusal} to the action, which knows what exists by then. */
export class RefusedError extends Error {
  readonly name = 'RefusedError';

  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

import { Mutation } from './Mutation';

/**
 * Breaks that the contract names and that no rule finds yet: they are done, printed and counted apart.
 * Once the rule is there, `awaits` goes, and the mutation moves to the others of its part.
 */
export const awaitedMutations: readonly Mutation[] = [];

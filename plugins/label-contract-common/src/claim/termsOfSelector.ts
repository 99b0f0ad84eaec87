import { Requirement, Selector } from '../selector/Selector';

/**
 * A label that a selector names with a value: the contract label of a claim. Of several values the
 * first is the one that a fix sets.
 */
export interface ContractTerm {
  readonly key: string;
  readonly value: string;
}

/** The equality and `in` terms of a selector; its other terms name no value to set. */
export function termsOfSelector(selector: Selector): ContractTerm[] {
  return selector.flatMap(requirement => termOf(requirement) ?? []);
}

/** The term of one requirement; undefined where it names no value. */
export function termOf(requirement: Requirement): ContractTerm | undefined {
  return requirement.operator === 'in'
    ? { key: requirement.key, value: requirement.values[0] }
    : undefined;
}

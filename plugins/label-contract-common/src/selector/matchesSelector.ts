import { Labels } from '../facts/ObjectFacts';
import { parseInt64 } from './parseInt64';
import { Requirement, Selector } from './Selector';

/**
 * Whether labels satisfy a selector, as the API server decides it: `notin` also holds where the key
 * is absent, a comparison only where the value is an integer.
 *
 * @public
 */
export function matchesSelector(labels: Labels, selector: Selector): boolean {
  return selector.every(requirement => matchesRequirement(labels, requirement));
}

/**
 * Whether labels satisfy one condition of a selector.
 *
 * @public
 */
export function matchesRequirement(
  labels: Labels,
  requirement: Requirement,
): boolean {
  const value = Object.hasOwn(labels, requirement.key)
    ? labels[requirement.key]
    : undefined;
  switch (requirement.operator) {
    case 'exists':
      return value !== undefined;
    case 'absent':
      return value === undefined;
    case 'in':
      return value !== undefined && requirement.values.includes(value);
    case 'notin':
      return value === undefined || !requirement.values.includes(value);
    case 'greater':
    case 'less': {
      const number = value === undefined ? undefined : parseInt64(value);
      if (number === undefined) {
        return false;
      }
      return requirement.operator === 'greater'
        ? number > requirement.value
        : number < requirement.value;
    }
    default:
      return requirement satisfies never;
  }
}

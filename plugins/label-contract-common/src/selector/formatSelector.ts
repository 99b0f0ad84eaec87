import { Requirement, Selector } from './Selector';

/** A selector as text that the API server reads as the same one. */
export function formatSelector(selector: Selector): string {
  return selector.map(formatRequirement).join(',');
}

function formatRequirement(requirement: Requirement): string {
  const { key, operator } = requirement;
  switch (operator) {
    case 'exists':
      return key;
    case 'absent':
      return `!${key}`;
    case 'in':
    case 'notin': {
      const [value, ...others] = requirement.values;
      return others.length === 0
        ? `${key}${operator === 'in' ? '=' : '!='}${value}`
        : `${key} ${operator} (${requirement.values.join(',')})`;
    }
    case 'greater':
      return `${key}>${requirement.value}`;
    case 'less':
      return `${key}<${requirement.value}`;
    default:
      return requirement satisfies never;
  }
}

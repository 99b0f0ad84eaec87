import type { PlannedObject } from './PlannedObject';

/** One line for the task log: `Plan: would create Deployment a and Service a; would change …`. */
export function describePlan(objects: readonly PlannedObject[]): string {
  const created = objects.filter(({ outcome }) => outcome === 'created');
  const changed = objects.filter(({ outcome }) => outcome === 'changed');
  const parts = [
    ...(created.length > 0 ? [`would create ${namesOf(created)}`] : []),
    ...changed.map(
      ({ object, changes }) =>
        `would change ${object.kind} ${object.name} (${changes.join(', ')})`,
    ),
  ];
  const untried = objects.some(({ isTried }) => !isTried)
    ? '; not tried, as the namespace does not exist yet'
    : '';
  return `Plan: ${parts.join('; ') || 'nothing to change'}${untried}`;
}

function namesOf(objects: readonly PlannedObject[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(
    objects.map(({ object: { kind, name } }) => `${kind} ${name}`),
  );
}

/** Somebody who may sign in. */
export interface Person {
  /** What is typed, and the name of the User in the catalog. */
  name: string;
  email: string;
  /** Name of a Group of the catalog; who has none has no role. */
  team?: string;
}

/** One person for each role of `install/policies`, and one without any. */
export const people: readonly Person[] = [
  { name: 'payments-developer', team: 'payments-team' },
  { name: 'inventory-developer', team: 'inventory-team' },
  { name: 'operator', team: 'ops-team' },
  { name: 'platform-engineer', team: 'platform-team' },
  { name: 'visitor' },
].map(person => ({ ...person, email: `${person.name}@example.com` }));

/** The entity of a person, for the catalog. */
export function userEntity({ name, email, team }: Person): object {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: {
      profile: { displayName: name, email },
      memberOf: team === undefined ? [] : [team],
    },
  };
}

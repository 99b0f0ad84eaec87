import { isDispensableKind } from '@portal-operations/plugin-label-contract-common';
import { groupsOfKinds } from '../facts/groupsOfKinds';
import { watchedKinds } from '../watch/watchedKinds';

describe('watchedKinds', () => {
  it.each(Object.entries(groupsOfKinds))(
    'asks for a %s in the group that owner references name: %j',
    (kind, group) => {
      const resource = new Map(Object.entries(watchedKinds)).get(kind);
      expect(resource?.group).toBe(group);
    },
  );

  it('is silent about kinds of which no report says that they are missing', () => {
    const silent = Object.entries(watchedKinds)
      .filter(([, { isDispensable }]) => isDispensable)
      .map(([kind]) => kind);
    expect(silent).toEqual(Object.keys(watchedKinds).filter(isDispensableKind));
    expect(silent).toEqual(['Application']);
  });
});

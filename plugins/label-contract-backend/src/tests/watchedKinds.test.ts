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
});

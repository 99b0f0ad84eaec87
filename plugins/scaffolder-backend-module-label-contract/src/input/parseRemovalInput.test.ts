import { parseRemovalInput, RemovalInput } from './parseRemovalInput';

const input: RemovalInput = {
  service: 'component:default/order-tracker',
  team: 'inventory-team',
  namespace: 'order-tracker',
  confirm: 'order-tracker',
};

const messageFor = (changes: Partial<RemovalInput>, dryRun = false) => {
  try {
    parseRemovalInput({ ...input, ...changes }, { dryRun });
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('parseRemovalInput', () => {
  it('fills in the defaults: the namespace stays', () => {
    expect(parseRemovalInput(input, { dryRun: false })).toEqual({
      serviceRef: 'component:default/order-tracker',
      teamRef: 'group:default/inventory-team',
      service: 'order-tracker',
      team: 'inventory-team',
      namespace: 'order-tracker',
      removeNamespace: false,
      argoCdNamespace: 'argocd',
      waitSeconds: 180,
    });
  });

  it('needs no confirmation for a plan', () => {
    expect(messageFor({ confirm: undefined }, true)).toBe('accepted');
  });

  it.each<[string, Partial<RemovalInput>, string]>([
    ['no confirmation', { confirm: undefined }, "confirm: found ''"],
    ['the ref as one', { confirm: input.service }, 'confirm: found'],
    ['other letters', { confirm: 'Order-Tracker' }, 'confirm: found'],
    ['no service', { service: '' }, "service: found ''"],
    ['a user as team', { team: 'user:default/a' }, 'team: found'],
    ['an illegal namespace', { namespace: 'A' }, "namespace: found 'A'"],
    ['a wait of days', { waitSeconds: 86_400 }, 'waitSeconds: found 86400'],
  ])('refuses %s and names the field', (_, changes, message) => {
    expect(messageFor(changes)).toMatch(/^InputError: /);
    expect(messageFor(changes)).toContain(message);
  });
});

import { NamespaceInput, parseNamespaceInput } from './parseNamespaceInput';

const order: NamespaceInput = {
  namespace: 'order-tracker',
  team: 'inventory-team',
};

const messageFor = (changes: Partial<NamespaceInput>) => {
  try {
    parseNamespaceInput({ ...order, ...changes });
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('parseNamespaceInput', () => {
  it('fills in the defaults and takes empty fields of a form as not given', () => {
    expect(
      parseNamespaceInput({
        ...order,
        service: '',
        lifecycle: ' ',
        description: '',
      }),
    ).toEqual({
      name: 'order-tracker',
      team: {
        name: 'inventory-team',
        entityRef: 'group:default/inventory-team',
      },
      service: undefined,
      lifecycle: undefined,
      description: undefined,
      labels: {},
      annotations: {},
      podSecurity: 'restricted',
    });
  });

  it('takes names and entity refs alike', () => {
    const byName = parseNamespaceInput({ ...order, service: 'orders' });
    const byRef = parseNamespaceInput({
      ...order,
      team: 'group:default/inventory-team',
      service: 'component:default/orders',
    });
    expect(byRef).toEqual(byName);
  });

  it.each<[string, Partial<NamespaceInput>, string]>([
    ['upper case', { namespace: 'Orders' }, "namespace: found 'Orders'"],
    ['an underscore', { namespace: 'a_b' }, "namespace: found 'a_b'"],
    ['a dot', { namespace: 'a.b' }, "namespace: found 'a.b'"],
    ['a hyphen last', { namespace: 'a-' }, "namespace: found 'a-'"],
    ['a line break', { namespace: 'a\n' }, 'namespace: found'],
    ['nothing', { namespace: '' }, "namespace: found ''"],
    ['64 letters', { namespace: 'a'.repeat(64) }, 'namespace: found'],
    ['a reserved name', { namespace: 'kube-system' }, "'kube-'"],
    ['a reserved name', { namespace: 'openshift-x' }, "'openshift-'"],
    ['no team', { team: '' }, "team: found ''"],
    ['a user as team', { team: 'user:default/guest' }, 'team: found'],
    ['a team with blanks', { team: 'my team' }, "team: found 'my team'"],
    ['a lifecycle with blanks', { lifecycle: 'in prod' }, 'lifecycle: found'],
    ['a service of blanks', { service: 'a b' }, "service: found 'a b'"],
    ['an illegal label key', { labels: { '-a': 'b' } }, "labels: found '-a'"],
    ['an illegal label', { labels: { a: 'b c' } }, "labels.a: found 'b c'"],
    [
      'a label that is ours',
      { labels: { 'portal-operations.io/team': 'x' } },
      "labels: found 'portal-operations.io/team'",
    ],
    [
      'a pod security label',
      { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } },
      'labels: found',
    ],
    [
      'annotations that are too large',
      { annotations: { big: 'x'.repeat(262_144) } },
      'annotations: found 2621',
    ],
  ])('refuses %s and names the field', (_what, changes, message) => {
    expect(messageFor(changes)).toMatch(/^InputError: /);
    expect(messageFor(changes)).toContain(message);
    expect(messageFor(changes)).toContain('allowed: ');
  });

  it.each(['a', '0', 'a'.repeat(63), '4711-orders', 'kubernetes'])(
    'accepts the namespace %s',
    namespace => {
      expect(messageFor({ namespace })).toBe('accepted');
    },
  );
});

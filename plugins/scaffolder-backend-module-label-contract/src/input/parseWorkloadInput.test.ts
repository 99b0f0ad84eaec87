import { parseWorkloadInput, WorkloadInput } from './parseWorkloadInput';

const order: WorkloadInput = {
  component: 'api',
  namespace: 'order-tracker',
  service: 'order-tracker',
  team: 'inventory-team',
};

const messageFor = (changes: Partial<WorkloadInput>) => {
  try {
    parseWorkloadInput({ ...order, ...changes });
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('parseWorkloadInput', () => {
  it('fills in the defaults', () => {
    const { spec, ...rest } = parseWorkloadInput(order);

    expect(rest).toEqual({
      serviceRef: 'component:default/order-tracker',
      replicas: 1,
      waitSeconds: 180,
    });
    expect(spec).toMatchObject({
      name: 'order-tracker-api',
      contractValue: 'order-tracker',
      port: 8080,
      env: {},
    });
  });

  it('keeps the command of an image that was given', () => {
    expect(parseWorkloadInput(order).spec.command).toBeDefined();
    expect(
      parseWorkloadInput({ ...order, image: 'registry.example.com/a:1' }).spec
        .command,
    ).toBeUndefined();
  });

  it('makes a legal name of a catalog name with capitals, and keeps the label', () => {
    const { spec } = parseWorkloadInput({ ...order, service: 'OrderTracker' });
    expect(spec.name).toBe('ordertracker-api');
    expect(spec.contractValue).toBe('OrderTracker');
  });

  it('lets resources replace the defaults one by one', () => {
    const { resources } = parseWorkloadInput({
      ...order,
      resources: { requests: { cpu: '100m' } },
    }).spec;
    expect(resources.requests).toEqual({ cpu: '100m', memory: '96Mi' });
  });

  it.each<[string, Partial<WorkloadInput>, string]>([
    ['an illegal namespace', { namespace: 'A' }, "namespace: found 'A'"],
    ['no service', { service: '' }, "service: found ''"],
    ['a service of another kind', { service: 'api:x' }, 'service: found'],
    ['a name with a dot', { name: 'a.b' }, "name: found 'a.b'"],
    ['an api that starts with a digit', { name: '1a' }, "name: found '1a'"],
    ['a made-up name that is illegal', { service: 'a_b' }, 'name (made of'],
    ['a name that gets too long', { service: 'a'.repeat(60) }, 'name (made'],
    ['an image with a blank', { image: 'a b' }, "image: found 'a b'"],
    ['half a pod', { replicas: 1.5 }, 'replicas: found 1.5'],
    ['less than no pod', { replicas: -1 }, 'replicas: found -1'],
    ['port 0', { port: 0 }, 'port: found 0; allowed: a whole number from 1'],
    ['port 65536', { port: 65536 }, 'port: found 65536'],
    ['a negative wait', { waitSeconds: -1 }, 'waitSeconds: found -1'],
    ['a wait of days', { waitSeconds: 86_400 }, 'to 3600'],
    ['an illegal variable', { env: { '1A': 'x' } }, "env: found '1A'"],
    [
      'a quantity that is none',
      { resources: { limits: { memory: '1 GB' } } },
      "resources.limits.memory: found '1 GB'",
    ],
    [
      'a negative quantity',
      { resources: { limits: { cpu: '-1' } } },
      "resources.limits.cpu: found '-1'",
    ],
    [
      'a request above its limit',
      { resources: { requests: { memory: '1Gi' }, limits: { memory: '1G' } } },
      "resources.requests.memory: found '1Gi'; allowed: at most the limit of '1G'",
    ],
  ])('refuses %s and names the field', (_what, changes, message) => {
    expect(messageFor(changes)).toMatch(/^InputError: /);
    expect(messageFor(changes)).toContain(message);
  });

  it('lets a worker start with a digit, as it has no Service', () => {
    expect(messageFor({ component: 'worker', name: '1a' })).toBe('accepted');
  });
});

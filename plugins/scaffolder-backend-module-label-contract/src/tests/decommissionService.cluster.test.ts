import { Entity } from '@backstage/catalog-model';
import { actionsOn, ActionsOnCluster } from '../__testUtils__/actionsOn';
import {
  PortalCluster,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';
import { Scaffolder, startScaffolder } from '../__testUtils__/startScaffolder';

// A rollout, a removal and a scaffolder that looks for work once a second.
jest.setTimeout(60_000);

const orderTracker: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-tracker',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'order-tracker' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'inventory-team' },
};

const form = {
  serviceName: 'order-tracker',
  teamName: 'group:default/inventory-team',
  removeNamespace: true,
  planOnly: true,
};

describe('the template Decommission a Service in a real scaffolder', () => {
  let portal: PortalCluster;
  let scaffolder: Scaffolder;
  let actions: ActionsOnCluster;

  beforeAll(async () => {
    portal = await startPortalCluster({ withOptions: true });
    actions = actionsOn(portal);
    scaffolder = await startScaffolder({
      portal,
      template: 'decommission-service',
      entities: [orderTracker],
    });
    const place = {
      namespace: 'order-tracker',
      service: 'order-tracker',
      team: 'inventory-team',
    };
    await actions.createNamespace(place);
    await actions.deploy({ ...place, component: 'api' });
  }, 600_000);

  afterAll(async () => {
    await scaffolder?.stop();
    await portal?.controlPlane.stop();
  });

  const names = () =>
    actions.kubectl(
      'get',
      'namespaces,deployments,services',
      '--namespace=order-tracker',
      '--output=name',
    );
  const whole = [
    'namespace/order-tracker',
    'deployment.apps/order-tracker-api',
    'service/order-tracker-api',
  ];

  it('shows a plan and deletes nothing, as the form stands', async () => {
    const { status, log, output } = await scaffolder.run(form);

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(log).toContain(
      'order-tracker on workshop: would delete Service order-tracker-api, Deployment order-tracker-api, and Namespace order-tracker',
    );
    expect(output).toMatchObject({
      links: [{ entityRef: 'component:default/order-tracker' }],
      text: [
        {
          content: expect.stringMatching(
            /^### Plan for order-tracker on workshop\n\n\| Object \| Name \| What a run would do \|\n\| --- \| --- \| --- \|\n\| Service \| `order-tracker-api` \| would be deleted \|\n\| Deployment .*\n\| Namespace .*\n\ncomponent:default\/order-tracker stays in the catalog.*\n\nNothing was changed\./,
          ),
        },
      ],
    });
    const there = await names();
    whole.forEach(name => expect(there).toContain(name));
  });

  it.each([
    ['is not typed again', {}, 'refused'],
    ['is typed wrong', { confirm: 'order-tracer' }, 'failed'],
  ])('deletes nothing where the name %s', async (_, confirmation, ended) => {
    const { status, log } = await scaffolder.run({
      ...form,
      planOnly: false,
      ...confirmation,
    });

    expect([status, log]).toEqual([
      ended,
      expect.stringMatching(/confirm(: found 'order-tracer'; allowed|")/),
    ]);
    const there = await names();
    whole.forEach(name => expect(there).toContain(name));
  });

  it('deletes once the name is typed again, and leaves the catalog to its owner', async () => {
    const { status, log, output } = await scaffolder.run({
      ...form,
      planOnly: false,
      confirm: 'order-tracker',
    });

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(
      [...log.matchAll(/Finished step (.+)/g)].map(([, step]) => step),
    ).toEqual(['Plan Removal', 'Remove Service', 'Log Result']);
    expect(output).toMatchObject({
      text: [
        {
          content: expect.stringMatching(
            /^### order-tracker on workshop\n\n.*\| Namespace \| `order-tracker` \| deleted \|\n\ncomponent:default\/order-tracker stays in the catalog/s,
          ),
        },
      ],
    });
    expect(await names()).not.toMatch(/order-tracker/);
  });

  it('says that nothing is left the next time', async () => {
    const { status, output } = await scaffolder.run(form);

    expect(status).toBe('completed');
    expect(output).toMatchObject({
      text: [
        { content: expect.stringContaining('| nothing is left to remove |') },
      ],
    });
  });
});

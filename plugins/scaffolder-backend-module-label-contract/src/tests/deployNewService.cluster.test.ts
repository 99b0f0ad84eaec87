import {
  PortalCluster,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';
import { Scaffolder, startScaffolder } from '../__testUtils__/startScaffolder';

// Two rollouts and a scaffolder that looks for work once a second.
jest.setTimeout(60_000);

describe('the template Deploy a New Service in a real scaffolder', () => {
  let portal: PortalCluster;
  let scaffolder: Scaffolder;

  beforeAll(async () => {
    portal = await startPortalCluster();
    scaffolder = await startScaffolder({
      portal,
      template: 'deploy-new-service',
    });
  }, 600_000);

  afterAll(async () => {
    await scaffolder?.stop();
    await portal?.controlPlane.stop();
  });

  const run = (values: object) => scaffolder.run(values);

  const order = {
    serviceName: 'order-tracker',
    teamName: 'group:default/inventory-team',
    description: 'Real-time order tracking service',
    lifecycle: 'production',
  };

  it('makes a namespace and two pods that the Kubernetes tab finds, in four steps', async () => {
    const { status, log, output } = await run(order);

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(
      [...log.matchAll(/Finished step (.+)/g)].map(([, step]) => step),
    ).toEqual([
      'Create OpenShift Namespace',
      'Deploy API Service',
      'Deploy Worker Service',
      'Log Result',
    ]);
    expect(log).toContain(
      'component:default/order-tracker is not in the catalog yet',
    );
    expect(output).toMatchObject({
      links: [],
      text: [
        {
          content: expect.stringContaining(
            '| Deployment | `order-tracker-worker` | created, 1 of 1 pod ready |',
          ),
        },
        {
          title: 'Catalog file',
          content: expect.stringMatching(
            /backstage\.io\/kubernetes-id: order-tracker\n.*owner: group:default\/inventory-team/s,
          ),
        },
      ],
    });

    const pods = JSON.parse(
      await portal.controlPlane.kubectl([
        'get',
        'pods',
        '--all-namespaces',
        '--selector=backstage.io/kubernetes-id=order-tracker',
        '--output=json',
      ]),
    );
    expect(pods.items).toHaveLength(2);
  });

  it('runs a second time, and without the description that is optional', async () => {
    const { description: _left, ...rest } = order;
    const { status, log, output } = await run({
      ...rest,
      teamName: 'inventory-team',
    });

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(output).toMatchObject({
      text: [
        {
          content: expect.stringContaining(
            '| Deployment | `order-tracker-api` | unchanged, 1 of 1 pod ready |',
          ),
        },
        {},
      ],
    });
  });

  it('plans the same without changing anything', async () => {
    const { status, log, output } = await run({
      ...order,
      serviceName: 'order-planner',
      planOnly: true,
    });

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(log).toContain('Plan complete. Nothing was written.');
    expect(output).toMatchObject({
      text: [
        {
          content: expect.stringMatching(
            /### Plan for order-planner on workshop\n\nNothing was changed\.\n\n.*\| Deployment \| `order-planner-api` \| created, 1 replica, not tried/s,
          ),
        },
        {},
      ],
    });
    const namespaces = await portal.controlPlane.kubectl([
      'get',
      'namespaces',
      '--output=name',
    ]);
    expect(namespaces).not.toContain('order-planner');
  });

  it('takes images, port and number of pods', async () => {
    const { status, log } = await run({
      ...order,
      serviceName: 'order-options',
      options: true,
      apiImage: 'registry.example.com/orders:1',
      workerImage: 'registry.example.com/importer:1',
      port: 9090,
      replicas: 2,
    });

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    const { items } = JSON.parse(
      await portal.controlPlane.kubectl([
        'get',
        'deployments',
        '--namespace=order-options',
        '--output=json',
      ]),
    );
    expect(
      items.map((item: any) => [
        item.spec.template.spec.containers[0].image,
        item.status.readyReplicas,
      ]),
    ).toEqual([
      ['registry.example.com/orders:1', 2],
      ['registry.example.com/importer:1', 2],
    ]);
  });

  it('stops at the first step where the namespace is another team’s', async () => {
    const { status, log } = await run({ ...order, teamName: 'payments-team' });

    expect(status).toBe('failed');
    expect(log).toContain(
      "namespace: 'order-tracker' on workshop belongs to inventory-team, not to payments-team",
    );
    expect(log).not.toContain('Beginning step Deploy API Service');
    expect(log).not.toMatch(/^ +at /m);
  });
});

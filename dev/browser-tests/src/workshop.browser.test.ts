import { join } from 'node:path';
import { rbacFolder } from '@internal/control-plane';
import { Locator, Page } from 'playwright-core';
import { breakWorkshop } from './breakWorkshop';
import { givenWorkshop } from './givenWorkshop';
import { runInShell } from './runInShell';
import { Workshop } from './startWorkshop';

let workshop: Workshop;
let page: Page;

givenWorkshop(started => {
  ({ workshop, page } = started);
});

function entityPath(name: string, tab = ''): string {
  return `/catalog/default/component/${name}${tab}`;
}

/** The names in the catalog's table, once it shows as many as expected. */
async function listedComponents(count: number): Promise<string[]> {
  await page.getByText(`All Components (${count})`).first().waitFor();
  const names = page.locator('tbody tr td:first-child a');
  return (await names.allTextContents()).map(name => name.trim()).sort();
}

/**
 * The catalog reads its filters from the address when it has loaded, and forgets what was chosen a moment
 * before: a person would choose again, too.
 */
async function filterCatalog(field: string, value: string): Promise<void> {
  await page.goto('/catalog?filters[kind]=component&filters[user]=all');
  const unfiltered = page.getByText('All Components (6)').first();
  await unfiltered.waitFor();
  const option = page.getByRole('option', { name: value });
  let isFiltered = false;
  while (!isFiltered) {
    if (!(await option.isVisible())) {
      await page.getByRole('textbox', { name: field }).click();
    }
    await option.click();
    isFiltered = await unfiltered
      .waitFor({ state: 'hidden', timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
  }
}

async function openKubernetesTab(name: string): Promise<void> {
  await page.goto(entityPath(name));
  await page.getByRole('link', { name: 'Kubernetes', exact: true }).click();
  await page.getByRole('heading', { name: 'Your Clusters' }).waitFor();
}

function card(): Locator {
  return page.getByRole('region', { name: 'Label contract' });
}

function cardSays(text: string): Promise<void> {
  return card().getByText(text).first().waitFor();
}

async function backstageIds(
  namespace: string,
  name: string,
): Promise<{ object: string; template: string }> {
  const deployment = JSON.parse(
    await workshop.cluster.kubectl([
      'get',
      'deployment',
      name,
      '-n',
      namespace,
      '-o',
      'json',
    ]),
  );
  const key = 'backstage.io/kubernetes-id';
  return {
    object: deployment.metadata.labels[key],
    template: deployment.spec.template.metadata.labels[key],
  };
}

describe('exploring the portal', () => {
  it('lists the six services with their teams and lifecycles (step 2)', async () => {
    await page.goto('/catalog?filters[kind]=component&filters[user]=all');

    expect(await listedComponents(6)).toEqual([
      'central-alerts',
      'inventory-system',
      'oadp-app',
      'order-tracker',
      'payments-platform',
      'weather-app',
    ]);
    const row = page.getByRole('row', { name: /order-tracker/ });
    expect(await row.textContent()).toMatch(/inventory-team.*development/);
  });

  it.each([
    ['Owner', 'payments-team', 'payments-platform'],
    ['Tags', 'pci', 'payments-platform'],
    ['Lifecycle', 'development', 'order-tracker'],
  ])('answers who has %s %s (step 3)', async (field, value, answer) => {
    await filterCatalog(field, value);

    expect(await listedComponents(1)).toEqual([answer]);
  });

  it.each([
    ['payments-platform', '3 pods'],
    ['weather-app', '5 pods'],
  ])('shows the pods of %s: %s (step 4)', async (name, pods) => {
    await openKubernetesTab(name);

    await page.getByText(pods, { exact: true }).waitFor();
    await page.getByText('No pods with errors').waitFor();
  });

  it('shows the errors of inventory-system (step 5)', async () => {
    await openKubernetesTab('inventory-system');

    await page.getByRole('heading', { name: 'Error Reporting' }).waitFor();
    await page
      .getByRole('cell', { name: /restarting failed container/ })
      .waitFor();
    await page.getByText('1 pod with errors').waitFor();
  });

  it('shows nothing of order-tracker, and no alarm (step 5)', async () => {
    await openKubernetesTab('order-tracker');
    await page.getByText('No Kubernetes resources').waitFor();

    await page.goto(entityPath('order-tracker'));
    await cardSays('Not deployed yet');
    expect(await card().textContent()).not.toContain('Violated');
  });

  it('says on the card what runs and what fails, apart from each other', async () => {
    await page.goto(entityPath('payments-platform'));
    await cardSays('Met');
    await cardSays('Healthy');
    await cardSays('3 of 3 workloads visible');

    await page.goto(entityPath('inventory-system'));
    await cardSays('Met');
    await cardSays('Failing');
    await cardSays('For inventory-team');
    await cardSays('inventory-db-migrator keeps crashing');
  });
});

describe('self-service', () => {
  it('deploys order-tracker in four steps (step 9)', async () => {
    await page.goto('/create');
    await page
      .locator('div')
      .filter({ has: page.getByText('Deploy a New Service', { exact: true }) })
      .filter({ has: page.getByRole('button', { name: 'Choose' }) })
      .last()
      .getByRole('button', { name: 'Choose' })
      .click();

    await page
      .getByRole('textbox', { name: 'Service Name' })
      .fill('order-tracker');
    await page
      .getByRole('textbox', { name: 'Team Name' })
      .fill('inventory-team');
    await page.getByRole('option', { name: 'inventory-team' }).click();
    await page
      .getByRole('textbox', { name: 'Description' })
      .fill('Real-time order tracking service');
    await page.getByRole('button', { name: 'Lifecycle' }).click();
    await page.getByRole('option', { name: 'production' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();

    for (const step of [
      'Create OpenShift Namespace',
      'Deploy API Service',
      'Deploy Worker Service',
      'Log Result',
    ]) {
      await page.getByText(step, { exact: true }).first().waitFor();
    }
    await page
      .getByRole('heading', { name: 'order-tracker runs on workshop' })
      .waitFor();
    await page
      .getByText('2 of 2 pods ready, and visible in the Kubernetes tab.')
      .waitFor();
    await workshop.takePicture(page, 'template-result');
  });

  it('made the namespace with its team, and both workloads labelled (step 10)', async () => {
    const namespace = JSON.parse(
      await workshop.cluster.kubectl([
        'get',
        'namespace',
        'order-tracker',
        '-o',
        'json',
      ]),
    );
    expect(Object.values(namespace.metadata.labels)).toContain(
      'inventory-team',
    );
    for (const name of ['order-tracker-api', 'order-tracker-worker']) {
      expect(await backstageIds('order-tracker', name)).toEqual({
        object: 'order-tracker',
        template: 'order-tracker',
      });
    }
  });

  it('shows its two pods at once, and the card is green (step 10)', async () => {
    await page.getByRole('link', { name: 'Kubernetes tab' }).click();
    await page.getByText('2 pods', { exact: true }).waitFor();

    await page.goto(entityPath('order-tracker'));
    await cardSays('Met');
    await cardSays('2 of 2 workloads visible');
    await cardSays('2 of 2 pods ready');
  });

  it('says what a name may be, and goes no further', async () => {
    await page.goto('/create/templates/default/deploy-new-service');
    await page.getByRole('textbox', { name: 'Service Name' }).fill('Order_1');
    await page.getByRole('textbox', { name: 'Team Name' }).fill('ops-team');
    await page.getByRole('option', { name: 'ops-team' }).click();
    await page.getByRole('button', { name: 'Lifecycle' }).click();
    await page.getByRole('option', { name: 'production' }).click();
    await page.getByRole('button', { name: 'Review' }).click();

    await page
      .getByText("Use 1 to 56 lower-case letters, digits and '-'")
      .first()
      .waitFor();
    await workshop.takePicture(page, 'template-refused-name');
  });

  it('plans a service, and changes nothing', async () => {
    const name = page.getByRole('textbox', { name: 'Service Name' });
    await name.fill('order-planner');
    await page
      .getByRole('checkbox', { name: 'Choose images, port and number of pods' })
      .check();
    await page.getByRole('spinbutton', { name: 'Pods of each' }).fill('2');
    await page.getByRole('checkbox', { name: 'Plan only' }).check();
    await workshop.takePicture(page, 'template-options');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();

    await page
      .getByRole('heading', { name: 'Plan for order-planner on workshop' })
      .waitFor();
    await page.getByText('created, 2 replicas, not tried').first().waitFor();
    await workshop.takePicture(page, 'template-plan');
    expect(
      await workshop.cluster.kubectl(['get', 'namespaces', '-o', 'name']),
    ).not.toContain('order-planner');
  });
});

describe('decommissioning', () => {
  beforeAll(async () => {
    await workshop.cluster.kubectl([
      'apply',
      '--kustomize',
      join(rbacFolder, 'options'),
    ]);
  });

  async function fillIn(serviceName: string): Promise<void> {
    await page.goto('/create/templates/default/decommission-service');
    await page.getByRole('textbox', { name: 'Service Name' }).fill(serviceName);
    await page
      .getByRole('textbox', { name: 'Team Name' })
      .fill('inventory-team');
    await page.getByRole('option', { name: 'inventory-team' }).click();
    await page
      .getByRole('checkbox', { name: 'Remove the namespace, too' })
      .check();
    await page.getByRole('button', { name: 'Next' }).click();
  }

  it('plans first, and changes nothing', async () => {
    await fillIn('order-tracker');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();

    await page
      .getByRole('heading', { name: 'Plan for order-tracker on workshop' })
      .waitFor();
    await page
      .getByRole('cell', { name: 'order-tracker-worker', exact: true })
      .waitFor();
    await workshop.takePicture(page, 'decommission-plan');
    expect(await backstageIds('order-tracker', 'order-tracker-api')).toEqual({
      object: 'order-tracker',
      template: 'order-tracker',
    });
  });

  it('removes it once its name was typed again, and the card says so', async () => {
    await fillIn('order-tracker');
    await page.getByRole('checkbox', { name: 'Plan only' }).uncheck();
    await page
      .getByRole('textbox', { name: "Type the service's name again" })
      .fill('order-tracker');
    await workshop.takePicture(page, 'decommission-confirm');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();

    await page
      .getByRole('heading', { name: 'order-tracker on workshop', exact: true })
      .waitFor();
    await workshop.takePicture(page, 'decommission-result');
    expect(
      await workshop.cluster.kubectl(['get', 'namespaces', '-o', 'name']),
    ).not.toContain('order-tracker');

    await page.goto(entityPath('order-tracker'));
    await cardSays('0 workloads');
  });
});

describe('ticket 1: our gateway disappeared', () => {
  it('is said by the card while the tab shows one pod fewer', async () => {
    await page.goto(entityPath('payments-platform'));
    await cardSays('3 of 3 workloads visible');

    await breakWorkshop(workshop.cluster, 'gateway-hidden');
    expect(await backstageIds('payments-team', 'payments-gateway')).toEqual({
      object: 'payments-platform',
      template: 'payments-gateway',
    });

    // No reload: the card is live.
    await cardSays('Violated');
    await cardSays('2 of 3 workloads visible, 1 partly');
    await cardSays('For ops');
    await cardSays('payments-gateway runs, but its pod is hidden');
    await workshop.takePicture(page, 'ticket-1-card');

    await openKubernetesTab('payments-platform');
    await page.getByText('2 pods', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^workshop Cluster/ }).click();
    await page.getByText('payments-gateway', { exact: true }).waitFor();
    await workshop.takePicture(page, 'ticket-1-tab');
  });

  it('is fixed by the command that the card shows', async () => {
    await page.goto(entityPath('payments-platform'));
    await card().getByText('kubectl', { exact: true }).click();
    const command = await card()
      .getByRole('group', { name: 'Command' })
      .getByText(/^kubectl patch/)
      .textContent();

    await runInShell(workshop.cluster, command ?? '');

    await cardSays('Met');
    await cardSays('3 of 3 workloads visible');
    await cardSays('Healthy');
    await openKubernetesTab('payments-platform');
    await page.getByText('3 pods', { exact: true }).waitFor();
  });
});

describe('ticket 2: inventory-system shows errors', () => {
  it('is over when the team removes the migrator', async () => {
    await runInShell(
      workshop.cluster,
      'kubectl delete deployment inventory-db-migrator -n inventory-team',
    );

    await page.goto(entityPath('inventory-system'));
    await cardSays('Healthy');
    await cardSays('3 of 3 workloads visible');
    await openKubernetesTab('inventory-system');
    await page.getByText('3 pods', { exact: true }).waitFor();
    expect(
      await page.getByRole('heading', { name: 'Error Reporting' }).count(),
    ).toBe(0);
  });
});

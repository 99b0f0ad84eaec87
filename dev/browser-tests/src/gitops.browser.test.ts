import { until } from '@internal/control-plane';
import { Locator, Page } from 'playwright-core';
import { givenWorkshop } from './givenWorkshop';
import { runInShell } from './runInShell';
import { GitOps, startGitOps } from './startGitOps';
import { Workshop } from './startWorkshop';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const APPLICATION = 'applications.argoproj.io/order-tracker';
/** How soon a live page shows what is wrong, also on a busy machine, unless Argo CD was sooner. */
const SEEN_WITHIN_MILLISECONDS = 6_000;
/** Each time that the same is changed again, Argo CD waits three times as long: 2 s, 6 s, 18 s, 54 s. */
const HEALED_WITHIN_MILLISECONDS = 120_000;

let workshop: Workshop;
let page: Page;
let gitOps: GitOps;

givenWorkshop(
  started => {
    ({ workshop, page } = started);
  },
  async cluster => {
    gitOps = await startGitOps(cluster);
    return gitOps;
  },
);

function entityPath(tab = ''): string {
  return `/catalog/default/component/order-tracker${tab}`;
}

function card(): Locator {
  return page.getByRole('region', { name: 'Label contract' });
}

function cardSays(text: string): Promise<void> {
  return card().getByText(text).first().waitFor();
}

function kubectl(...args: string[]): Promise<string> {
  return workshop.cluster.kubectl(args);
}

async function fillIn(options: { planOnly: boolean }): Promise<void> {
  await page.goto('/create/templates/default/deploy-new-service-gitops');
  await page
    .getByRole('textbox', { name: 'Service Name' })
    .fill('order-tracker');
  await page.getByRole('textbox', { name: 'Team Name' }).fill('inventory-team');
  await page.getByRole('option', { name: 'inventory-team' }).click();
  await page.getByRole('button', { name: 'Lifecycle' }).click();
  await page.getByRole('option', { name: 'production' }).click();
  await page.getByRole('textbox', { name: 'Repository' }).fill(gitOps.repoUrl);
  if (options.planOnly) {
    await page.getByRole('checkbox', { name: 'Plan only' }).check();
  }
}

async function run(): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

/** As somebody would who knows nothing of Argo CD. */
function removeLabel(): Promise<void> {
  const path = `/spec/template/metadata/labels/${KUBERNETES_ID.replace(
    '/',
    '~1',
  )}`;
  return runInShell(
    workshop.cluster,
    `kubectl patch deployment order-tracker-api -n order-tracker --type=json -p '[{"op":"remove","path":"${path}"}]'`,
  );
}

async function labelOfTemplate(): Promise<string | undefined> {
  const deployment = JSON.parse(
    await kubectl(
      'get',
      'deployment/order-tracker-api',
      '--namespace=order-tracker',
      '--output=json',
    ),
  );
  return deployment.spec.template.metadata.labels[KUBERNETES_ID];
}

function patchApplication(patch: object): Promise<string> {
  return kubectl(
    'patch',
    APPLICATION,
    `--namespace=${gitOps.argoCd.namespace}`,
    '--type=merge',
    `--patch=${JSON.stringify(patch)}`,
  );
}

describe('deploying a service by Git and Argo CD', () => {
  it('plans it, and changes nothing', async () => {
    await fillIn({ planOnly: true });
    await workshop.takePicture(page, 'gitops-form');
    await run();

    await page
      .getByRole('heading', { name: 'Plan for order-tracker on workshop' })
      .waitFor();
    await workshop.takePicture(page, 'gitops-plan');
    expect(
      await kubectl('get', 'applications.argoproj.io', '-A', '-o', 'name'),
    ).toBe('');
  });

  it('commits the manifests and waits until Argo CD has brought them', async () => {
    await fillIn({ planOnly: false });
    await run();

    for (const step of [
      'Write Manifests',
      'Commit to Git',
      'Create Argo CD Application',
      'Log Result',
    ]) {
      await page.getByText(step, { exact: true }).first().waitFor();
    }
    await page
      .getByRole('heading', { name: 'order-tracker runs on workshop' })
      .waitFor();
    await page.getByText('created, Synced, Healthy').first().waitFor();
    await page
      .getByText('2 of 2 pods ready, and visible in the Kubernetes tab.')
      .waitFor();
    await workshop.takePicture(page, 'gitops-result');
  });

  it('shows its pods in the Kubernetes tab, and a card that is green', async () => {
    await page.getByRole('link', { name: 'Kubernetes tab' }).click();
    await page.getByText('2 pods', { exact: true }).waitFor();

    await page.goto(entityPath('/label-contract'));
    await page.getByText('Argo CD application order-tracker').first().waitFor();
    await page.goto(entityPath());
    await cardSays('Met');
    await cardSays('2 of 2 workloads visible');
    await cardSays('2 of 2 pods ready');
  });
});

describe('a label that somebody takes away by hand', () => {
  it('comes back by itself, and the card says so as long as it is missing', async () => {
    let isSeen = false;
    // At first Argo CD is quicker than any page; it takes its time when the same happens again.
    while (!isSeen) {
      await until(labelOfTemplate, value => value !== undefined);
      await removeLabel();
      isSeen = await card()
        .getByText('has self-heal on and brings this back within seconds')
        .waitFor({ timeout: SEEN_WITHIN_MILLISECONDS })
        .then(
          () => true,
          () => false,
        );
    }
    await workshop.takePicture(page, 'gitops-heals');

    // Nobody does anything.
    await card()
      .getByText('2 of 2 workloads visible')
      .first()
      .waitFor({ timeout: HEALED_WITHIN_MILLISECONDS });
    await cardSays('Met');
    expect(await labelOfTemplate()).toBe('order-tracker');
  });

  it('stays away without selfHeal, and the card says who has to do what', async () => {
    await patchApplication({
      spec: { syncPolicy: { automated: { selfHeal: false } } },
    });
    await removeLabel();

    await cardSays('Violated');
    await cardSays('has self-heal off, so this stays until somebody syncs');
    await cardSays('argocd app sync order-tracker');
    await workshop.takePicture(page, 'gitops-stays');
    await card().getByText('Or: direct patch, until the next sync').waitFor();
    await gitOps.argoCd.refresh('order-tracker');
    expect(await labelOfTemplate()).toBeUndefined();
  });

  it('is back after the sync that the card asks for', async () => {
    // What `argocd app sync` asks the cluster for.
    await patchApplication({ operation: { sync: {} } });

    await cardSays('Met');
    await cardSays('2 of 2 workloads visible');
    await cardSays('2 of 2 pods ready');
    await page.goto(entityPath('/label-contract'));
    await page.getByRole('region', { name: 'History' }).waitFor();
    await workshop.takePicture(page, 'gitops-history');
  });
});

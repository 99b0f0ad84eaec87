import { Locator, Page } from 'playwright-core';
import { breakWorkshop } from './breakWorkshop';
import { countRequests } from './countRequests';
import { givenWorkshop } from './givenWorkshop';
import { runInShell } from './runInShell';
import { setHidden } from './setHidden';
import { Workshop } from './startWorkshop';

const REPORTS = '**/api/label-contract/**';

let workshop: Workshop;
let page: Page;

givenWorkshop(started => {
  ({ workshop, page } = started);
});

async function openTab(name: string): Promise<void> {
  await page.goto(`/catalog/default/component/${name}/label-contract`);
}

function heading(name: string): Locator {
  return page.getByRole('heading', { name });
}

function region(name: string): Locator {
  return page.getByRole('region', { name });
}

function clipboard(): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('ticket 1 on the tab', () => {
  it('names the symptom and where the way breaks, without a reload', async () => {
    await openTab('payments-platform');
    await heading('All 3 workloads are visible and healthy').waitFor();
    // A portal that has just begun to take things down knows no before.
    await region('History').getByText('The service claims').waitFor();

    await breakWorkshop(workshop.cluster, 'gateway-hidden');

    await heading(
      'payments-gateway’s pod is missing from the Kubernetes tab',
    ).waitFor();
    const gates = page
      .getByRole('list', { name: 'The way to the Kubernetes tab' })
      .getByRole('listitem');
    expect(await gates.allTextContents()).toEqual([
      expect.stringMatching(/^1 TabOpen/),
      expect.stringMatching(
        /^2 ClusterOpenThe only cluster is asked: workshop/,
      ),
      expect.stringMatching(/^3 QueryOpen/),
      expect.stringMatching(/^4 ViewClosed for 1 workload/),
      expect.stringMatching(/3 of 3 rows, 2 of 3 pods$/),
    ]);
  });

  it('says who acts, what is and what should be', async () => {
    const todo = region('To do for ops');
    await todo
      .getByText('payments-gateway runs, but its pod is hidden')
      .waitFor();
    expect(await todo.textContent()).toMatch(
      /Is\s*payments-gateway\s*Should be\s*payments-platform/,
    );
    const gateway = page.getByRole('row', { name: /^payments-gateway/ });
    expect(await gateway.textContent()).toContain('Partly');
    expect(await region('Clusters').textContent()).toMatch(/workshop.*Live/);
  });

  it('tells in the history what left, and by which field manager', async () => {
    // The history is asked for every 10 s; a reader who just came need not wait.
    await page.reload();

    const latest = region('History').getByRole('listitem').first();
    await latest.getByText('payments-gateway left').waitFor();
    expect(await latest.textContent()).toMatch(
      /Label set to payments-gateway on the pod template.*by kubectl-patch$/,
    );
  });

  it('remembers the tool that was chosen with the keyboard', async () => {
    const choice = page.getByRole('radiogroup').first();
    expect(await choice.getByLabel('oc', { exact: true }).isChecked()).toBe(
      true,
    );
    await choice.getByLabel('oc', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await choice.getByLabel('kubectl').isChecked()).toBe(true);

    await page.reload();
    await choice.getByLabel('kubectl').waitFor();
    expect(await choice.getByLabel('kubectl').isChecked()).toBe(true);
  });

  it('gives a patch to keep, which the API server takes', async () => {
    const choice = page.getByRole('radiogroup').first();
    await choice.getByLabel('kubectl').focus();
    await page.keyboard.press('ArrowRight');
    await region('To do for ops')
      .getByText(
        'Merge patch of Deployment payments-gateway in payments-team on workshop. Replaces 1 pod.',
      )
      .waitFor();
    await region('To do for ops')
      .getByRole('button', { name: 'Copy', exact: true })
      .click();

    const patched = await workshop.cluster.kubectl([
      ...['patch', 'deployment', 'payments-gateway', '-n=payments-team'],
      ...['--type=merge', '--dry-run=server', '-p', await clipboard()],
      '-o=jsonpath={.spec.template.metadata.labels.backstage\\.io/kubernetes-id}',
    ]);
    expect(patched).toBe('payments-platform');

    await choice.getByLabel('kubectl').check();
  });

  it('is put right by the command that is copied, without a reload', async () => {
    await page.evaluate(() => {
      document.body.dataset.mark = 'not reloaded';
    });
    await region('To do for ops')
      .getByRole('button', { name: 'Copy', exact: true })
      .click();
    const command = await clipboard();
    expect(command).toMatch(/^kubectl patch deployment payments-gateway .*$/);

    await runInShell(workshop.cluster, command);

    await heading('All 3 workloads are visible and healthy').waitFor();
    expect(await region('To do for ops').count()).toBe(0);
    expect(await page.locator('body').getAttribute('data-mark')).toBe(
      'not reloaded',
    );
  });
});

describe('ticket 2 on the tab', () => {
  it('shows what the pod said last, and sends nobody to ops', async () => {
    await openTab('inventory-system');
    await heading('inventory-db-migrator keeps crashing').first().waitFor();

    const todo = region('To do for inventory-team');
    await todo
      .getByText('FATAL: Cannot connect to database at postgres.inventory-team')
      .waitFor();
    await page.getByText('Nothing found for ops.').waitFor();
    expect(await region('To do for ops').count()).toBe(0);
  });

  it('copies a ticket without any markup', async () => {
    const ticket = region('Ticket for inventory-team');
    await ticket.getByRole('button', { name: 'Copy ticket text' }).click();

    const text = await clipboard();
    expect(text.split('\n').slice(0, 2)).toEqual([
      'inventory-db-migrator keeps crashing',
      'Deployment inventory-db-migrator in namespace inventory-team, cluster workshop.',
    ]);
    expect(text).toContain('FATAL: Cannot connect to database');
    expect(text).not.toMatch(/[<>`*]|\]\(/);
    expect(await ticket.textContent()).toContain(text);
  });
});

describe('permissions', () => {
  afterEach(async () => {
    await workshop.deny([]);
  });

  it('keeps log lines from those who may not read them, and nothing else', async () => {
    await workshop.deny(['label-contract.log.read']);
    await openTab('inventory-system');

    await page
      .getByText(/^You may not read log lines/)
      .first()
      .waitFor();
    await page.getByText('label-contract.log.read').first().waitFor();
    expect(await page.getByText('FATAL: Cannot connect').count()).toBe(0);
    await page
      .getByText(/last exit code 1/)
      .first()
      .waitFor();
  });

  it.each([
    ['tab', '/label-contract'],
    ['card', ''],
  ])(
    'says in a sentence on the %s which permission is missing',
    async (_, path) => {
      await workshop.deny(['label-contract.report.read']);
      await page.goto(`/catalog/default/component/payments-platform${path}`);

      await heading('You may not see this report').waitFor();
      await page
        .getByText(
          'Your role lacks the permission label-contract.report.read. Ask the portal’s administrators.',
        )
        .waitFor();
      expect(await page.getByText(/^(Met|Violated|Unknown)$/).count()).toBe(0);
    },
  );
});

describe('a backend that does not answer', () => {
  it('leaves the last answer, in grey and with its age, until it answers again', async () => {
    await openTab('payments-platform');
    const met = page.getByText('Met', { exact: true });
    await met.waitFor();
    const colorOf = () => met.evaluate(node => getComputedStyle(node).color);
    const green = await colorOf();

    await page.route(REPORTS, route => route.abort());

    await heading('The report cannot be updated').waitFor();
    await page
      .getByText('The label contract backend does not answer.')
      .waitFor();
    await page.getByText(/^Last report \d+ (s|min) ago$/).waitFor();
    expect(await colorOf()).not.toBe(green);

    await page.unroute(REPORTS);
    await page.getByRole('button', { name: 'Try again' }).click();

    await heading('The report cannot be updated').waitFor({ state: 'hidden' });
    await page
      .getByText(/^As of/)
      .first()
      .waitFor();
    expect(await colorOf()).toBe(green);
  });
});

describe('what it costs', () => {
  it('answers an unchanged report with 304, from the cache of the browser', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const notModified = new Promise<void>(resolve =>
      session.on('Network.responseReceivedExtraInfo', ({ statusCode }) => {
        if (statusCode === 304) {
          resolve();
        }
      }),
    );
    await openTab('payments-platform');
    await page.getByText('Met', { exact: true }).waitFor();

    await notModified;
    await session.detach();
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    const window = await workshop.openPage();
    await window.clock.install();
    await window.goto(
      '/catalog/default/component/payments-platform/label-contract',
    );
    await window.getByText('Met', { exact: true }).waitFor();
    const reports = countRequests(
      window,
      /\/api\/label-contract\/reports\/entities\//,
    );

    await setHidden(window, true);
    const before = reports.count;
    await window.clock.runFor('10:00');
    expect(reports.count).toBe(before);

    await setHidden(window, false);
    await reports.untilMoreThan(before);
    await window.clock.runFor('02:00');
    await reports.untilMoreThan(before + 1);
    await window.context().close();
  });
});

describe('a reader of another language', () => {
  it('chooses it on the Settings page, and has the tab in it after a reload, too', async () => {
    const german = heading('Alle 3 Workloads sind sichtbar und gesund');
    await page.goto('/settings');
    await page.getByTestId('select').getByText('English').click();
    await page.getByRole('option', { name: 'Deutsch' }).click();

    await openTab('payments-platform');
    await german.waitFor();
    expect(await region('Verlauf').count()).toBe(1);
    await page.reload();
    await german.waitFor();

    await page.goto('/settings');
    await page.getByTestId('select').getByText('Deutsch').click();
    await page.getByRole('option', { name: 'English' }).click();
    await openTab('payments-platform');
    await heading('All 3 workloads are visible and healthy').waitFor();
  });
});

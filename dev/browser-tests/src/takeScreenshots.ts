import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startWorkshop } from './startWorkshop';

/**
 * Takes the pictures of the README from the running product: Ticket 1 on the card.
 */
export async function takeScreenshots(options: {
  folder: string;
  log: (line: string) => void;
}): Promise<void> {
  const { folder, log } = options;
  await mkdir(folder, { recursive: true });
  const workshop = await startWorkshop({ log });
  try {
    await workshop.cluster.kubectl([
      'patch',
      'deployment',
      'payments-gateway',
      '-n',
      'payments-team',
      '--type=merge',
      '-p',
      '{"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-gateway"}}}}}',
    ]);
    const page = await workshop.openPage({
      viewport: { width: 1280, height: 820 },
      deviceScaleFactor: 1.5,
    });
    await page.goto('/catalog/default/component/payments-platform');
    const card = page.getByRole('region', { name: 'Label contract' });
    await card.getByText('2 of 3 workloads visible, 1 partly').waitFor();
    await card.getByText('Healthy').waitFor();

    const path = join(folder, 'card.png');
    await page.screenshot({ path });
    log(`Wrote ${path}`);
  } finally {
    await workshop.stop();
  }
}

import { configure, render, screen, within } from '@testing-library/react';
import { legacyApp } from './__testUtils__/legacyApp';
import { sampleEntity } from './testUtils/sampleEntity';
import { sampleSummaries } from './testUtils/sampleFleet';
import { sampleFleetReport } from './testUtils/sampleFleetApi';
import { sampleHistory } from './testUtils/sampleHistory';
import { sampleReports } from './testUtils/sampleReports';

// A whole app starts, where everything else is tested at the same time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const ENTITY = '/catalog/default/component/payments-platform';
const now = new Date();

/** What a backend answers to the requests of the plugin, and of the catalog. */
const answers: readonly (readonly [RegExp, () => unknown])[] = [
  [/\/api\/catalog\//, () => sampleEntity('payments-platform')],
  [/\/history/, () => sampleHistory(now)],
  [
    /\/api\/label-contract\/reports\/entities\//,
    () => sampleReports(now).violated,
  ],
  [
    /\/api\/label-contract\/reports\/fleet/,
    () => sampleFleetReport(sampleSummaries(now), {}),
  ],
];

async function backend(input: RequestInfo | URL): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  const answer = answers.find(([pattern]) => pattern.test(url));
  return answer
    ? Response.json(answer[1]())
    : Response.json({}, { status: 404 });
}

function open(path: string): void {
  render(<>{legacyApp({ path, fetch: backend })}</>);
}

describe('an app of the old frontend system', () => {
  it('has the card, which leads to the tab', async () => {
    open(ENTITY);

    const card = await screen.findByRole('region', { name: 'Label contract' });
    expect(
      await within(card).findByRole('heading', {
        name: 'payments-gateway runs, but its pod is hidden',
      }),
    ).toBeVisible();
    expect(
      within(card).getByRole('link', { name: 'Open label contract' }),
    ).toHaveAttribute('href', `${ENTITY}/label-contract`);
  });

  it('has the tab beside the others', async () => {
    open(`${ENTITY}/label-contract`);

    expect(
      await screen.findByRole('heading', {
        name: 'payments-gateway’s pod is missing from the Kubernetes tab',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('tab', { name: 'Label contract', selected: true }),
    ).toBeVisible();
  });

  it('has the fleet page at its route, under one header', async () => {
    open('/label-contract');

    const table = await screen.findByRole('table', { name: 'Services' });
    expect(
      within(table).getByRole('link', { name: 'booking' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/booking/label-contract',
    );
    expect(
      screen
        .getAllByRole('heading', { level: 1 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Label contract']);
  });
});

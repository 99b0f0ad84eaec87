import { ResponseError } from '@backstage/errors';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import {
  configure,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { labelContractApiRef } from '../../api/LabelContractApi';
import {
  FleetApi,
  sampleFleetApi,
  sampleFleetReport,
  sampleUnclaimedReport,
} from '../../testUtils/sampleFleetApi';
import { sampleSummary } from '../../testUtils/sampleFleet';
import { FleetPage } from './FleetPage';

// Roles of a whole page are slow to look up where everything else is tested at the same time.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

function Address() {
  return <output>{useLocation().search}</output>;
}

function renderFleet(api: FleetApi = sampleFleetApi(), search = '') {
  return render(
    wrapInTestApp(
      <TestApiProvider apis={[[labelContractApiRef, api]]}>
        <FleetPage />
        <Address />
      </TestApiProvider>,
      {
        routeEntries: [`/${search}`],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    ),
  );
}

/** What the address of the page says after the question mark. */
const shownSearch = () =>
  new URLSearchParams(document.querySelector('output')?.textContent ?? '');

const refuse = async (status: number): Promise<never> => {
  throw await ResponseError.fromResponse(new Response('{}', { status }));
};

const table = () => screen.findByRole('table', { name: 'Services' });

const namesOfRows = async () =>
  within(await table())
    .getAllByRole('rowheader')
    .map(row => row.textContent);

/** Makes the page ask again: it does whenever it comes into view. */
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

describe('FleetPage', () => {
  it('shows the services worst first, each with who acts and the way to its tab', async () => {
    renderFleet();
    expect((await namesOfRows()).slice(0, 2)).toEqual([
      'booking',
      'catalogue-print',
    ]);
    const row = within(await table()).getByRole('row', { name: /booking/ });
    expect(row).toHaveTextContent('2 clusters');
    expect(row).toHaveTextContent('9 of 12');
    expect(row).toHaveTextContent('Ops:');
    expect(row).toHaveTextContent('2 more: 1 for ops, 1 for desk-team');
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/booking/label-contract',
    );
    expect(screen.getByText('1–20 of 20')).toBeVisible();
  });

  it('counts each view in the title of its tab, and keeps the filters of the others', async () => {
    renderFleet(sampleFleetApi(), '?health=failing');
    const clusters = await screen.findByRole('link', { name: 'Clusters 6' });
    expect(
      await screen.findByRole('link', { name: 'Services 20' }),
    ).toHaveAttribute('aria-current', 'page');
    await userEvent.click(clusters);
    expect(
      await screen.findByText(/3 of 6 clusters cannot be read in full/),
    ).toBeVisible();
    expect(shownSearch().toString()).toBe('tab=clusters&health=failing');
  });

  it('filters by a total, and no longer after a second click', async () => {
    renderFleet();
    const total = await screen.findByRole('button', { name: '3 Failing' });
    await userEvent.click(total);
    await waitFor(async () => expect(await namesOfRows()).toHaveLength(3));
    expect(total).toHaveAttribute('aria-pressed', 'true');
    expect(shownSearch().toString()).toBe('health=failing');
    await userEvent.click(total);
    await waitFor(async () => expect(await namesOfRows()).toHaveLength(20));
    expect(total).toHaveAttribute('aria-pressed', 'false');
    expect(shownSearch().toString()).toBe('');
  });

  it('filters by several values of one menu', async () => {
    renderFleet();
    const bar = within(await screen.findByRole('search'));
    await userEvent.click(bar.getByRole('button', { name: 'Owner' }));
    for (const name of ['harbour-team', 'print-team']) {
      await userEvent.click(screen.getByRole('menuitemcheckbox', { name }));
    }
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', { name: 'Owner: 2 chosen' }),
    ).toBeVisible();
    expect(shownSearch().getAll('owner')).toEqual([
      'group:default/harbour-team',
      'group:default/print-team',
    ]);
    await waitFor(async () => expect(await namesOfRows()).toHaveLength(8));
  });

  it('searches once nobody types any more, and finds the way back from nothing', async () => {
    const getFleet = jest.fn(sampleFleetApi().getFleet);
    renderFleet(sampleFleetApi({ getFleet }));
    const field = await screen.findByRole('searchbox', {
      name: 'Search services',
    });
    await userEvent.type(field, 'nowhere');
    await userEvent.click(await screen.findByText('Clear filters'));
    expect(await namesOfRows()).toHaveLength(20);
    expect(field).toHaveValue('');
    const searches = getFleet.mock.calls.map(([{ search }]) => search);
    expect([...new Set(searches)]).toEqual([undefined, 'nowhere']);
  });

  it('sorts up, down, and worst first again', async () => {
    renderFleet();
    await table();
    const head = () => screen.getByRole('columnheader', { name: 'Owner' });
    const sort = () =>
      userEvent.click(within(head()).getByRole('button', { name: 'Owner' }));
    expect(head()).toHaveAttribute('aria-sort', 'none');
    await sort();
    expect(head()).toHaveAttribute('aria-sort', 'ascending');
    expect(shownSearch().get('sort')).toBe('owner');
    await sort();
    expect(head()).toHaveAttribute('aria-sort', 'descending');
    await sort();
    expect(head()).toHaveAttribute('aria-sort', 'none');
    expect(shownSearch().toString()).toBe('');
  });

  it('goes from page to page', async () => {
    renderFleet(sampleFleetApi({ limit: 8 }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('9–16 of 20')).toBeVisible();
    expect(shownSearch().get('cursor')).toBe('8');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('1–8 of 20')).toBeVisible();
  });

  it('moves no row until the reader asks for it, and says how many would', async () => {
    let names = ['anchor', 'buoy', 'crane'];
    renderFleet(
      sampleFleetApi({
        getFleet: async query => {
          const summaries = names.map(name => sampleSummary(name));
          return {
            body: {
              ...sampleFleetReport(summaries, query),
              items: summaries,
            },
          };
        },
      }),
    );
    expect(await namesOfRows()).toEqual(['anchor', 'buoy', 'crane']);
    names = ['crane', 'anchor', 'buoy', 'dock'];
    comeBack();
    expect(await screen.findByText('2 changed')).toBeVisible();
    const show = screen.getByRole('button', {
      name: 'Show 2 changed rows in their place',
    });
    expect(await namesOfRows()).toEqual(['anchor', 'buoy', 'crane']);
    await userEvent.click(show);
    expect(await namesOfRows()).toEqual(names);
    expect(show).not.toBeInTheDocument();
  });

  it('saves the filtered rows as a file', async () => {
    const blob = new Blob(['service']);
    const getFleetTable = jest.fn(async () => blob);
    const createObjectURL = jest.fn(() => 'blob:fleet');
    const revokeObjectURL = jest.fn();
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function saved(this: HTMLAnchorElement) {
        expect(this).toHaveAttribute('href', 'blob:fleet');
        expect(this).toHaveAttribute('download', 'label-contract-services.csv');
      });
    renderFleet(sampleFleetApi({ getFleetTable }), '?acts=team&cursor=0');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export 2 as CSV' }),
    );
    await waitFor(() =>
      expect(revokeObjectURL).toHaveBeenCalledWith('blob:fleet'),
    );
    expect(click).toHaveBeenCalledTimes(1);
    expect(createObjectURL).toHaveBeenCalledWith(blob);
    expect(getFleetTable).toHaveBeenCalledWith({ acts: ['team'] });
    click.mockRestore();
  });

  it('says that an export failed', async () => {
    renderFleet(sampleFleetApi({ getFleetTable: () => refuse(500) }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export 20 as CSV' }),
    );
    expect(await screen.findByText(/The export failed/)).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    renderFleet(
      sampleFleetApi({
        getFleet: () => refuse(403),
        getUnclaimed: () => refuse(403),
      }),
    );
    expect(await screen.findByText('label-contract.report.read')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: /Unclaimed/ }));
    expect(
      await screen.findByText('label-contract.workload.read'),
    ).toBeVisible();
  });

  it('keeps the last answer when a request fails, and asks again on demand', async () => {
    const { getFleet } = sampleFleetApi();
    let isDown = false;
    renderFleet(
      sampleFleetApi({
        getFleet: query => (isDown ? refuse(503) : getFleet(query)),
      }),
    );
    await table();
    isDown = true;
    comeBack();
    expect(await screen.findByText(/answered 503/)).toBeVisible();
    expect(await namesOfRows()).toHaveLength(20);
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/answered 503/)).not.toBeInTheDocument(),
    );
  });

  it('says how to make a claim where there is none', async () => {
    renderFleet(
      sampleFleetApi({
        getFleet: async query => ({ body: sampleFleetReport([], query) }),
        getUnclaimed: async query => ({
          body: sampleUnclaimedReport([], query),
        }),
      }),
    );
    expect(
      await screen.findByText('No service makes a claim yet'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: /Unclaimed/ }));
    expect(
      await screen.findByText('Every labelled workload is claimed.'),
    ).toBeVisible();
  });

  it('says to whom an unclaimed workload may belong, and why', async () => {
    renderFleet(sampleFleetApi(), '?tab=unclaimed');
    const row = await screen.findByRole('row', { name: /booking-banner/ });
    expect(row).toHaveTextContent('Evidence: strong');
    expect(row).toHaveTextContent(
      'The service is at home in namespace booking.',
    );
    expect(
      within(row).getByRole('link', { name: 'See the fix' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/booking/label-contract',
    );
  });

  it('gives the role that the portal lacks on a cluster', async () => {
    renderFleet(sampleFleetApi(), '?tab=clusters');
    const row = await screen.findByRole('row', { name: /^lab/ });
    expect(row).toHaveTextContent('10 of 11');
    expect(row).toHaveTextContent('rollouts');
    expect(within(row).getByRole('button', { name: 'Copy' })).toBeVisible();
  });
});

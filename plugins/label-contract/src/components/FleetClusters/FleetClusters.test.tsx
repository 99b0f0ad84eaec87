import { ClusterSummary } from '@portal-operations/plugin-label-contract-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { Live } from '../../hooks/useLive';
import { sampleClusters } from '../../testUtils/sampleFleet';
import { FleetClusters } from './FleetClusters';

type State = Live<{ items: ClusterSummary[] }>['state'];

const now = new Date();
const clusters = sampleClusters(now);

function showClusters(state: State, refresh: () => void = () => {}) {
  return renderWithApis(
    <FleetClusters
      live={{ state, isBehind: false, refresh }}
      isNarrow={false}
    />,
  );
}

function answered(items: ClusterSummary[]): State {
  const last = { body: { items }, asOf: now, receivedAt: now.getTime() };
  return { kind: 'answered', last };
}

/** What is said of a cluster, column by column. */
function cellsOf(name: RegExp): Record<string, string> {
  const titles = screen
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent ?? '');
  const row = screen.getByRole('rowheader', { name }).closest('tr')!;
  return Object.fromEntries(
    [...row.children].map(({ textContent }, index) => [
      titles[index],
      textContent ?? '',
    ]),
  );
}

describe('FleetClusters', () => {
  it.each([
    [
      /^harbour/,
      { State: 'Not reached', 'Kinds read': '0 of 11' },
      { Workloads: '6 last seen', Services: '2' },
    ],
    [
      /^lab/,
      { State: 'Partly readable', 'Kinds read': '10 of 11' },
      { Workloads: '88', Services: '7' },
    ],
    [
      /^forge/,
      {
        State: 'Needs user sign-in',
        'Kinds read': '0 of 11',
        'As of': 'Never',
      },
      { Workloads: '–', Services: '1' },
    ],
    [
      /^island/,
      { State: 'Syncing', 'Kinds read': '9 of 11', 'As of': '–' },
      { Workloads: '140 so far', Services: '0' },
    ],
    [
      /^annex/,
      { State: 'Live', 'Kinds read': '11 of 11' },
      { Workloads: '267', Services: '9' },
    ],
  ])('says how well %p is read, and what is there', (name, read, held) => {
    showClusters(answered(clusters));
    expect(cellsOf(name)).toMatchObject({ ...read, ...held });
  });

  it('says who acts on a cluster, and nothing of one that is read', () => {
    showClusters(answered(clusters));
    const toDo = (name: RegExp) => cellsOf(name)['What to do, and who'];
    expect(toDo(/^harbour/)).toMatch(/^Ops: harbour does not answer/);
    expect(toDo(/^lab/)).toMatch(/^Ops: The portal may not read Rollout/);
    expect(toDo(/^island/)).toBe('First read. Unknown until it is complete.');
    expect(toDo(/^Workshop/)).toBe('');
  });

  it('counts those that are not read in full, and clears the others', () => {
    const inPart = /3 of 6 clusters cannot be read in full\. Answers from/;
    showClusters(answered(clusters));
    expect(screen.getByText(inPart)).toBeVisible();
  });

  it('clears nobody where no cluster is read in full', () => {
    const [harbour] = clusters as [ClusterSummary];
    showClusters(answered([harbour]));
    expect(
      screen.getByText('1 of 1 cluster cannot be read in full.'),
    ).toBeVisible();
  });

  it('warns of nothing where all are read', () => {
    const live = clusters.filter(({ name }) => name === 'annex');
    showClusters(answered(live));
    expect(screen.getByRole('table')).toBeVisible();
    expect(screen.queryByText(/cannot be read/)).not.toBeInTheDocument();
  });

  it('says that no cluster is configured', () => {
    showClusters(answered([]));
    expect(screen.getByText('0 clusters configured')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('keeps the last answer in grey when a request fails, and asks again', async () => {
    const refresh = jest.fn();
    const colorOf = () =>
      within(
        screen.getByRole('rowheader', { name: /^annex/ }).closest('tr')!,
      ).getByText('Live').style.color;
    const { unmount } = showClusters(answered(clusters));
    const live = colorOf();
    unmount();
    showClusters({ ...answered(clusters), kind: 'failed' } as State, refresh);

    expect(colorOf()).not.toBe(live);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('names the permission that is missing, and shows no cluster', () => {
    showClusters({ kind: 'forbidden' });
    expect(screen.getByText('label-contract.report.read')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

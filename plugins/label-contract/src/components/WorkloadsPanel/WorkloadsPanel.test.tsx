import {
  EntityReport,
  WorkloadReport,
} from '@portal-operations/plugin-label-contract-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleReports } from '../../testUtils/sampleReports';
import { WorkloadsPanel } from './WorkloadsPanel';

// Fifty rows are slow to draw where everything else is tested at the same time.
jest.setTimeout(30_000);

const samples = sampleReports(new Date('2026-01-05T10:00:00Z'));
const [aWorkload] = samples.met.workloads as [WorkloadReport];

function showPanel(report: EntityReport) {
  renderWithApis(
    <WorkloadsPanel report={report} isNarrow={false} isOld={false} />,
  );
}

// Not by their roles: hundreds of rows take seconds to look up.
const rowNames = () =>
  [...document.querySelectorAll('tbody th b')].map(
    ({ textContent }) => textContent,
  );
const columns = () =>
  screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

/** A service of so many workloads, `job-000` and on. */
function aLargeReport(size: number): EntityReport {
  return {
    ...samples.met,
    workloads: Array.from({ length: size }, (_, index) => {
      const name = `job-${String(index).padStart(3, '0')}`;
      return { ...aWorkload, ref: { ...aWorkload.ref, name, uid: name } };
    }),
    visible: { count: size, partly: 0, of: size },
  };
}

describe('WorkloadsPanel', () => {
  it('draws 50 of 500 workloads, and more when that is asked for', async () => {
    showPanel(aLargeReport(500));
    expect(rowNames()).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: /450/ }));
    expect(rowNames()).toHaveLength(250);
  });

  it('finds a workload that is not drawn', async () => {
    showPanel(aLargeReport(500));
    const search = screen.getByRole('searchbox');
    await userEvent.click(search);
    await userEvent.paste('JOB-49 deployment');
    expect(rowNames()).toEqual(
      Array.from({ length: 10 }, (_, index) => `job-49${index}`),
    );
    await userEvent.clear(search);
    await userEvent.paste('nowhere');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('No workload matches.')).toBeVisible();
  });

  it('has no search field where every row is drawn', () => {
    showPanel(aLargeReport(50));
    expect(rowNames()).toHaveLength(50);
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('puts what is hidden first', () => {
    const { met } = samples;
    const hidden = { ...aWorkload.ref, name: 'zz-hidden', uid: 'zz-hidden' };
    showPanel({
      ...met,
      nearMisses: [{ ...aWorkload, ref: hidden, evidence: 'exact', signs: [] }],
    });
    expect(rowNames()).toEqual([
      'zz-hidden',
      ...met.workloads.map(({ ref }) => ref.name),
    ]);
  });

  it('says in one column that all labels are right', () => {
    showPanel(samples.met);
    expect(columns()).toContain('Labels');
    expect(columns()).not.toContain('On the pod template');
  });

  it('has a column for each level there is, and none for one that no workload has', () => {
    showPanel(samples.violated);
    const titles = columns();
    expect(titles).not.toContain('Labels');
    const row = screen
      .getByRole('rowheader', { name: /payments-gateway/ })
      .closest('tr')!;
    expect(within(row).getAllByText(/^differs: /)).not.toEqual([]);
    expect(titles.filter(title => /job/i.test(title ?? ''))).toEqual([]);
  });

  it('shows what a silent cluster said last as old, and says when that was', () => {
    showPanel(samples.unreachable);
    const rowOf = (name: RegExp) =>
      screen.getByRole('rowheader', { name }).closest('tr')!;
    const seen = rowOf(/payments-api/);
    const old = rowOf(/payments-archive/);
    const colorOf = (row: HTMLElement) =>
      within(row).getByText('Healthy').style.color;

    expect(seen).toHaveTextContent('Visible');
    expect(seen).not.toHaveTextContent('Last seen');
    expect(old).toHaveTextContent(/Last seen.*Visible, at .*\d:\d/);
    expect(colorOf(old)).not.toBe(colorOf(seen));
  });

  it('says that there are none, and draws no table', () => {
    showPanel({
      ...samples.met,
      workloads: [],
      visible: { count: 0, partly: 0, of: 0 },
    });
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

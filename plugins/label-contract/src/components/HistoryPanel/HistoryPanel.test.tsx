import {
  EntityHistory,
  HistoryTransition,
} from '@portal-operations/plugin-label-contract-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LiveState } from '../../hooks/liveState';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleHistory } from '../../testUtils/sampleHistory';
import { HistoryPanel } from './HistoryPanel';

const now = new Date();
const sample = sampleHistory(now);

function showHistory(change: Partial<EntityHistory>) {
  const state: LiveState<EntityHistory> = {
    kind: 'answered',
    last: { body: { ...sample, ...change }, receivedAt: now.getTime() },
  };
  renderWithApis(<HistoryPanel state={state} />);
}

/** So many changes of the claim, none of which is told together with another. */
function changes(count: number): HistoryTransition[] {
  const moment = now.toISOString();
  return Array.from({ length: count }, (_, index) => ({
    kind: 'claim',
    was: `app=${index}`,
    is: `app=${index + 1}`,
    between: { from: moment, to: moment },
  }));
}

describe('HistoryPanel', () => {
  it('says over how many days it reaches', () => {
    showHistory({ since: new Date(now.getTime() - 86_400_000).toISOString() });
    expect(screen.getByText('1 day')).toBeVisible();
  });

  it('tells the last six changes, and the others when that is asked for', async () => {
    showHistory({ transitions: changes(9), isCut: true });
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.queryByText(/left out/)).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByText('Older changes are left out.')).toBeVisible();
  });

  it('offers no more where there is no more', () => {
    showHistory({ transitions: changes(6) });
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says since when nothing happened', () => {
    showHistory({ transitions: [] });
    expect(screen.getByText(/^Nothing has happened since /)).toBeVisible();
  });

  it.each<LiveState<EntityHistory>>([
    { kind: 'failed', status: 503 },
    { kind: 'forbidden' },
    { kind: 'not-found' },
  ])('is not there, and the report stands without it: $kind', state => {
    renderWithApis(<HistoryPanel state={state} />);
    expect(screen.getByText(/^The history cannot be read now/)).toBeVisible();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});

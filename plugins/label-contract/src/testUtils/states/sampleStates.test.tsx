import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { wrapInTestApp } from '@backstage/test-utils';
import { configure, render, waitFor } from '@testing-library/react';
import { SampleScreen } from '../../__testUtils__/SampleScreen';
import { idOfState, SampleState } from './SampleState';
import { sampleStates } from './sampleStates';

// A whole page takes its time where everything else is tested at the same moment.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 5_000 });

/** What React 18.3 says about Material UI 4, and the router about its next version, whoever uses them. */
const OF_THE_SHELL = /findDOMNode is deprecated|React Router Future Flag/;

const ids = sampleStates(new Date()).map(idOfState);

/** As of now: what counts seconds would be over when its turn comes. */
function stateOf(id: string): SampleState {
  const found = sampleStates(new Date()).find(state => idOfState(state) === id);
  if (!found) {
    throw new Error(`There is no state '${id}'`);
  }
  return found;
}

function show(state: SampleState): HTMLElement {
  const { container } = render(
    wrapInTestApp(
      <main>
        <SampleScreen state={state} />
      </main>,
      {
        routeEntries: [`/?${state.screen === 'fleet' ? state.search : ''}`],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    ),
  );
  return container;
}

describe('sampleStates', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('has a name for each state of its own', () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(ids)('shows what has to be said: %s', async id => {
    const state = stateOf(id);
    const complaints = [
      jest.spyOn(console, 'error').mockImplementation(),
      jest.spyOn(console, 'warn').mockImplementation(),
    ];
    const page = show(state);

    await waitFor(() =>
      state.says.forEach(words => expect(page).toHaveTextContent(words)),
    );
    (state.isSilentAbout ?? []).forEach(words =>
      expect(page).not.toHaveTextContent(words),
    );
    expect(page).not.toHaveTextContent(/\{\{|undefined|\[object|NaN/);
    expect(
      complaints
        .flatMap(({ mock }) => mock.calls)
        .filter(([words]) => !OF_THE_SHELL.test(String(words))),
    ).toEqual([]);
  });
});

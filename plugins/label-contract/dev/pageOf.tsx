import { LabelContractCard } from '../src/components/LabelContractCard/LabelContractCard';
import { sampleEntity } from '../src/testUtils/sampleEntity';
import { sampleFindings } from '../src/testUtils/sampleFindings';
import { sampleReportOf } from '../src/testUtils/sampleReports';
import { SampleScreen } from '../src/__testUtils__/SampleScreen';
import { SampleState } from '../src/testUtils/states/SampleState';
import { sampleStates } from '../src/testUtils/states/sampleStates';
import { CardSheet } from './CardSheet';
import { IndexPage } from './IndexPage';
import { inDevShell } from './inDevShell';

/**
 * The page that an address asks for.
 *
 * - `show=index`: links to all the others.
 * - `show=card|tab|fleet` and `state`: one state of a screen; `fleet-pages` is short for the two.
 * - `show=states`: the card in all its states; with `card=<name>` in that one.
 * - `show=findings`: the card with each finding that there can be.
 * - `scheme=dark`, `language=de`, and for the fleet page `search`: what its own address says.
 */
export function pageOf(params: URLSearchParams) {
  const now = new Date();
  const scheme = params.get('scheme') === 'dark' ? 'dark' : 'light';
  const language = params.get('language') ?? 'en';
  const show = params.get('show') ?? 'states';
  if (show === 'index') {
    return inDevShell(<IndexPage states={sampleStates(now)} />, {
      scheme,
      language,
    });
  }
  if (show === 'findings') {
    return inDevShell(<FindingSheet now={now} />, { scheme, language });
  }
  const states = sampleStates(now);
  const shown = stateOf(states, params);
  if (!shown) {
    return inDevShell(<StateSheet states={states} />, { scheme, language });
  }
  return inDevShell(<SampleScreen state={shown} />, {
    scheme,
    language,
    search:
      params.get('search') ??
      (shown.screen === 'fleet' ? shown.search : undefined),
  });
}

/** The one state that is asked for; undefined where it is all of them. */
function stateOf(
  states: readonly SampleState[],
  params: URLSearchParams,
): SampleState | undefined {
  const [screen = '', name] = (params.get('show') ?? '').split('-');
  const card = params.get('card');
  if (card !== null) {
    return named(states, 'card', card);
  }
  return states.some(state => state.screen === screen)
    ? named(states, screen, name ?? params.get('state') ?? undefined)
    : undefined;
}

function named(
  states: readonly SampleState[],
  screen: string,
  name: string | undefined,
): SampleState {
  const all = states.filter(state => state.screen === screen);
  const found =
    name === undefined ? all[0] : all.find(state => state.name === name);
  if (!found) {
    throw new Error(`There is no state '${name}' of the ${screen}`);
  }
  return found;
}

function StateSheet({ states }: { readonly states: readonly SampleState[] }) {
  return (
    <CardSheet
      title="States"
      cards={states
        .filter(({ screen }) => screen === 'card')
        .map(state => ({
          name: state.name,
          card: <SampleScreen state={state} />,
        }))}
    />
  );
}

function FindingSheet({ now }: { readonly now: Date }) {
  return (
    <CardSheet
      title="Findings"
      cards={sampleFindings().map(([name, finding]) => ({
        name,
        card: (
          <LabelContractCard
            entity={sampleEntity('payments-platform')}
            state={{
              kind: 'answered',
              last: {
                body: sampleReportOf(finding, now),
                receivedAt: now.getTime(),
              },
            }}
            onRetry={() => {}}
          />
        ),
      }))}
    />
  );
}

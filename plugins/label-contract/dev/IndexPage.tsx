import { idOfState, SampleState } from '../src/testUtils/states/SampleState';

/** Props of {@link IndexPage}. */
export interface IndexPageProps {
  readonly states: readonly SampleState[];
}

/** Links to every state. What each has to say stands beside it, for whoever checks it in a browser. */
export function IndexPage({ states }: IndexPageProps) {
  return (
    <ul>
      {states.map(state => (
        <li key={idOfState(state)}>
          <a
            href={`?${new URLSearchParams({
              show: state.screen,
              state: state.name,
            })}`}
            data-says={JSON.stringify(state.says)}
            data-is-silent-about={JSON.stringify(state.isSilentAbout ?? [])}
          >
            {idOfState(state)}
          </a>
        </li>
      ))}
    </ul>
  );
}

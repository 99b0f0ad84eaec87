import { configApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider, mockApis } from '@backstage/test-utils';
import { useEffect, useMemo, useRef } from 'react';
import { labelContractApiRef } from '../api/LabelContractApi';
import { FleetPage } from '../components/FleetPage/FleetPage';
import { LabelContractCard } from '../components/LabelContractCard/LabelContractCard';
import { LabelContractTab } from '../components/LabelContractTab/LabelContractTab';
import { FleetState, SampleState } from '../testUtils/states/SampleState';

const onRetry = () => {};
/** What a portal says of itself. */
const config = mockApis.config({
  data: {
    labelContract: {
      deployTemplate: 'deploy-new-service',
      registerPage: '/catalog-import',
    },
  },
});

/** Props of {@link SampleScreen}. */
export interface SampleScreenProps {
  readonly state: SampleState;
}

/** A screen in a state. The fleet page takes what it shows from the address of the router around it. */
export function SampleScreen({ state }: SampleScreenProps) {
  return (
    <TestApiProvider apis={[[configApiRef, config]]}>
      <Screen state={state} />
    </TestApiProvider>
  );
}

function Screen({ state }: SampleScreenProps) {
  switch (state.screen) {
    case 'card':
      return (
        <LabelContractCard
          entity={state.entity}
          state={state.report}
          onRetry={onRetry}
          tabPath="/catalog/default/component/payments-platform/label-contract"
        />
      );
    case 'tab':
      return (
        <LabelContractTab
          entity={state.entity}
          report={state.report}
          history={state.history}
          onRetry={onRetry}
        />
      );
    case 'fleet':
      return <SampleFleet state={state} />;
    default:
      return state satisfies never;
  }
}

function SampleFleet({ state }: { readonly state: FleetState }) {
  const api = useMemo(() => state.api(), [state]);
  const page = useRef<HTMLDivElement>(null);
  const { isVisitedTwice } = state;
  useEffect(
    () =>
      isVisitedTwice && page.current
        ? comeBackOnceThereIsATable(page.current)
        : undefined,
    [isVisitedTwice],
  );
  return (
    <TestApiProvider apis={[[labelContractApiRef, api]]}>
      <div ref={page}>
        <FleetPage />
      </div>
    </TestApiProvider>
  );
}

/** Gives back what ends the waiting. */
function comeBackOnceThereIsATable(page: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (page.querySelector('table')) {
      observer.disconnect();
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });
  observer.observe(page, { childList: true, subtree: true });
  return () => observer.disconnect();
}

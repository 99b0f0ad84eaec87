import { createRoot } from 'react-dom/client';
import { FleetStatesPage, fleetStates } from './FleetStatesPage';
import { StatesPage } from './StatesPage';
import { TabStatesPage } from './TabStatesPage';

const container = document.getElementById('root');
if (!container) {
  throw new Error("The page has no element with the id 'root'");
}
const { searchParams } = new URL(window.location.href);
const show = searchParams.get('show') ?? 'states';
const scheme = searchParams.get('scheme') === 'dark' ? 'dark' : 'light';

function page() {
  if (show === 'tab') {
    return (
      <TabStatesPage
        state={searchParams.get('state') ?? 'violated'}
        scheme={scheme}
      />
    );
  }
  if (fleetStates.includes(show)) {
    return (
      <FleetStatesPage
        shows={show}
        scheme={scheme}
        search={searchParams.get('search') ?? ''}
      />
    );
  }
  return (
    <StatesPage
      shows={show === 'findings' ? 'findings' : 'states'}
      scheme={scheme}
    />
  );
}

createRoot(container).render(page());

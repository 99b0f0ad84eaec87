import { createRoot } from 'react-dom/client';
import { StatesPage } from './StatesPage';

const container = document.getElementById('root');
if (!container) {
  throw new Error("The page has no element with the id 'root'");
}
const { searchParams } = new URL(window.location.href);
createRoot(container).render(
  <StatesPage
    shows={searchParams.get('show') === 'findings' ? 'findings' : 'states'}
    scheme={searchParams.get('scheme') === 'dark' ? 'dark' : 'light'}
  />,
);

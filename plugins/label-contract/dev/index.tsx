import { createRoot, Root } from 'react-dom/client';
import { pageOf } from './pageOf';

const container = document.getElementById('root');
if (!container) {
  throw new Error("The page has no element with the id 'root'");
}
let root: Root | undefined;

/** Each page begins anew: nothing of the one before is left in it. */
function show(element: HTMLElement) {
  root?.unmount();
  root = createRoot(element);
  root.render(pageOf(new URL(window.location.href).searchParams));
}

show(container);
// Whoever goes through all pages need not load the bundle for each.
window.addEventListener('popstate', () => show(container));

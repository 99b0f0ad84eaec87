import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import './fonts.css';
import { createRoot } from 'react-dom/client';
import { createPortalApp } from './createPortalApp';

const container = document.getElementById('root');
if (!container) {
  throw new Error("The page has no element with the id 'root'");
}
createRoot(container).render(createPortalApp().createRoot());

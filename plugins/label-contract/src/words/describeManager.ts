import { ManagerFacts } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';

/** The tool that writes a workload, by name: "Argo CD application payments". */
export function describeManager(manager: ManagerFacts, t: Translate): string {
  const { tool, ref } = manager;
  switch (tool) {
    case 'argo-cd':
      return t('fix.manager.argoCd', { ref });
    case 'helm':
      return t('fix.manager.helm', { ref });
    case 'flux':
      return t('fix.manager.flux', { ref });
    case 'olm':
      return t('fix.manager.olm', { ref });
    case 'operator':
      return t('fix.manager.operator', { ref });
    default:
      return tool satisfies never;
  }
}

import { requireDnsLabel } from './apiServerRules';
import { optionalText } from './optionalText';

/** Checks and completes the namespace that Argo CD takes Applications from. @throws InputError */
export function parseArgoCdNamespace(value: string | undefined): string {
  return requireDnsLabel({
    field: 'argocdNamespace',
    value: optionalText(value) ?? 'argocd',
  });
}

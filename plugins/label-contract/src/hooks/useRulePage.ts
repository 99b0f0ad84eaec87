import { useConfiguredAddress } from './useConfiguredAddress';

const PLACEHOLDER = '{rule}';

/**
 * Address of the page about a rule, as `labelContract.rulePages` says; undefined where that is not set,
 * or is no address.
 */
export function useRulePage(rule: string): string | undefined {
  const pages = useConfiguredAddress('labelContract.rulePages');
  if (pages === undefined) {
    return undefined;
  }
  const id = encodeURIComponent(rule);
  return pages.includes(PLACEHOLDER)
    ? pages.split(PLACEHOLDER).join(id)
    : `${pages.replace(/\/$/, '')}/${id}`;
}

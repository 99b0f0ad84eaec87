import { configApiRef, useApi } from '@backstage/core-plugin-api';

const KEY = 'labelContract.rulePages';
const PLACEHOLDER = '{rule}';
/** Anything else in a link would be a script, or a typing error. */
const ADDRESS = /^(https?:\/\/|\/(?!\/))/;

/**
 * Address of the page about a rule, as `labelContract.rulePages` says; undefined where that is not set,
 * or is no address.
 */
export function useRulePage(rule: string): string | undefined {
  const config = useApi(configApiRef);
  const pages: unknown = config.getOptional(KEY);
  if (typeof pages !== 'string' || !ADDRESS.test(pages)) {
    return undefined;
  }
  const id = encodeURIComponent(rule);
  return pages.includes(PLACEHOLDER)
    ? pages.split(PLACEHOLDER).join(id)
    : `${pages.replace(/\/$/, '')}/${id}`;
}

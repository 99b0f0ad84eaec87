import { KUBERNETES_ID } from '../annotations';
import { Selector } from '../selector/Selector';

/**
 * The value of a selector that asks for one contract label and nothing else, whichever annotation made
 * it; undefined for every other selector.
 */
export function claimedIdOf(selector: Selector): string | undefined {
  const [term, ...others] = selector;
  return others.length === 0 &&
    term?.operator === 'in' &&
    term.key === KUBERNETES_ID &&
    term.values.length === 1
    ? term.values[0] || undefined
    : undefined;
}

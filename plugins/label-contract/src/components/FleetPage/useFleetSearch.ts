import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  FleetSearch,
  formatFleetSearch,
  parseFleetSearch,
} from './fleetSearch';

/** Changes what is shown. What is typed replaces the address, so that "back" leaves a word at once. */
export type ChangeFleetSearch = (
  change: Partial<FleetSearch>,
  options?: { isTyped?: boolean },
) => void;

/** What the address of the page asks for, and how to change it. */
export function useFleetSearch(): {
  readonly search: FleetSearch;
  readonly changeSearch: ChangeFleetSearch;
} {
  const [params, setParams] = useSearchParams();
  const search = useMemo(() => parseFleetSearch(params), [params]);
  const changeSearch = useCallback<ChangeFleetSearch>(
    (change, options) =>
      setParams(formatFleetSearch({ ...search, ...change }), {
        replace: options?.isTyped,
      }),
    [search, setParams],
  );
  return { search, changeSearch };
}

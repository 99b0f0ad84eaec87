import { RefCallback, useCallback, useEffect, useState } from 'react';

/** Below this width of the container, in pixels, there is one column. */
const NARROW_PIXELS = 700;

/**
 * Whether an element is too narrow for two columns and for tables. It asks the element, not the window:
 * a shell may leave little room for it. Give the ref to the element; before it is measured, it is wide.
 */
export function useIsNarrow(): {
  ref: RefCallback<HTMLElement>;
  isNarrow: boolean;
} {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isNarrow, setIsNarrow] = useState(false);
  const ref = useCallback((found: HTMLElement | null) => {
    setElement(found);
  }, []);

  useEffect(() => {
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) =>
      setIsNarrow(entry.contentRect.width < NARROW_PIXELS),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  return { ref, isNarrow };
}

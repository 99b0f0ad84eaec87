import { RefCallback, useCallback, useEffect, useState } from 'react';

/** Below this width of the container, in pixels, there is one column. */
const NARROW_PIXELS = 700;
/** From this width on, a table has room beside a column of panels. */
const ROOMY_PIXELS = 1160;

type Size = 'narrow' | 'wide' | 'roomy';

/** What {@link useContainerSize} tells. */
export interface ContainerSize {
  /** To be given to the element that is measured. */
  readonly ref: RefCallback<HTMLElement>;
  /** Too narrow for two columns and for tables. */
  readonly isNarrow: boolean;
  /** So wide that the larger of two columns has room for a table. */
  readonly isRoomy: boolean;
}

/**
 * How much room an element has. It asks the element, not the window: a shell may leave little room for
 * it. Before it is measured, it is neither narrow nor roomy.
 */
export function useContainerSize(): ContainerSize {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<Size>('wide');
  const ref = useCallback((found: HTMLElement | null) => {
    setElement(found);
  }, []);

  useEffect(() => {
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) =>
      setSize(sizeOf(entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  return { ref, isNarrow: size === 'narrow', isRoomy: size === 'roomy' };
}

function sizeOf(width: number): Size {
  if (width < NARROW_PIXELS) {
    return 'narrow';
  }
  return width < ROOMY_PIXELS ? 'wide' : 'roomy';
}

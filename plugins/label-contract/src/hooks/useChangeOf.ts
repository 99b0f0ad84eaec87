import { useEffect, useRef, useState } from 'react';

/**
 * The text once it has changed, undefined before: what is there from the beginning is read with the
 * page, a change has to be announced.
 */
export function useChangeOf(text: string | undefined): string | undefined {
  const firstRef = useRef(text);
  const [change, setChange] = useState<string>();
  useEffect(() => {
    if (firstRef.current === undefined) {
      firstRef.current = text;
      return;
    }
    if (text !== undefined && text !== firstRef.current) {
      firstRef.current = text;
      setChange(text);
    }
  }, [text]);
  return change;
}

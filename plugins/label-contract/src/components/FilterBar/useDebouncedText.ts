import { useEffect, useRef, useState } from 'react';

/** So long nobody types before the words are taken. */
const REST_MILLISECONDS = 300;

/** A text that is shown while it is typed, and taken when the reader rests. */
export function useDebouncedText(options: {
  value: string;
  onChange: (value: string) => void;
}): readonly [string, (text: string) => void] {
  const { value, onChange } = options;
  const [text, setText] = useState(value);
  const onChangeRef = useRef(onChange);
  onChangeRef.current = onChange;
  const takenRef = useRef(value);

  useEffect(() => {
    // Changed by somebody else, such as a button that clears all filters.
    if (value !== takenRef.current) {
      takenRef.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === takenRef.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      takenRef.current = text;
      onChangeRef.current(text);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}

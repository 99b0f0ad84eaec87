import { Code } from './Code';

/** Props of {@link WithCode}. */
export interface WithCodeProps {
  readonly text: string;
  /** Part of the text to set as code, where it first stands. */
  readonly code?: string;
}

/** A sentence with a name from a file or from Kubernetes in it. */
export function WithCode({ text, code }: WithCodeProps) {
  const at = code ? text.indexOf(code) : -1;
  return code && at >= 0 ? (
    <>
      {text.slice(0, at)}
      <Code>{code}</Code>
      {text.slice(at + code.length)}
    </>
  ) : (
    <>{text}</>
  );
}

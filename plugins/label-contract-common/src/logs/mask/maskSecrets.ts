import { maskUserinfo } from './maskUserinfo';
import { MASK, secretPatterns } from './secretPatterns';

const PEM_BEGIN = /-----BEGIN [A-Z0-9 ]{1,40}-----/;
const PEM_END = /-----END [A-Z0-9 ]{1,40}-----/;

/**
 * One log line (or address) without its passwords, tokens, keys and userinfo. Host, port and
 * database stay readable. Where it is unclear what is secret, too much is masked rather than too
 * little. Takes time linear in the line's length, and masking twice changes nothing more.
 *
 * @public
 */
export function maskSecrets(line: string): string {
  return secretPatterns.reduce(
    (masked, { pattern, replacement }) => masked.replace(pattern, replacement),
    maskUserinfo(line),
  );
}

/**
 * Each line through {@link maskSecrets}; and the lines of a PEM block, which only its first and last
 * line give away.
 *
 * @public
 */
export function maskSecretsInLines(lines: readonly string[]): string[] {
  let isInPem = false;
  return lines.map(line => {
    const isPemLine = isInPem;
    if (isInPem) {
      isInPem = !PEM_END.test(line);
    } else if (PEM_BEGIN.test(line)) {
      isInPem = !PEM_END.test(line);
    }
    return isPemLine ? MASK : maskSecrets(line);
  });
}

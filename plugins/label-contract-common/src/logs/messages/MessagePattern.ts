import { ReachProblem } from '../LogFinding';

/** How one client words that it could not reach something. */
export interface MessagePattern {
  readonly name: string;
  /** Named groups: `host`, `port`, and `address` where it gives name and IP address. */
  readonly pattern: RegExp;
  /** Only where the words themselves say it; else it is read from the same or the next lines. */
  readonly problem?: ReachProblem;
  /** A real message, and what it says. Run by the test. */
  readonly example: {
    readonly text: string;
    readonly host: string;
    readonly port?: number;
    readonly address?: string;
    readonly problem: ReachProblem;
  };
}

const NAME = String.raw`(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})`;
const BARE_IPV6 = String.raw`[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?=:\d|')`;
const HOST = String.raw`(?<host>${BARE_IPV6}|${NAME})`;

const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['<host>', HOST],
  ['<port>', String.raw`(?<port>\d{1,5})`],
  ['<endpoint>', String.raw`${HOST}(?::(?<port>\d{1,5})(?!\d))?`],
  ['<address>', String.raw`(?<address>[0-9A-Fa-f:.]{2,45})`],
  ['<q>', '["\'`\u2018\u2019]?'],
]);

/**
 * A pattern from a regular expression's source in which `<host>`, `<port>`, `<endpoint>` (host with
 * an optional port), `<address>` (an IP address) and `<q>` (an optional quote) stand for themselves.
 * Case does not matter.
 */
export function messagePattern(source: string): RegExp {
  return new RegExp(
    source.replace(
      /(?<!\(\?)<(?:host|port|endpoint|address|q)>/g,
      placeholder => PLACEHOLDERS.get(placeholder) ?? placeholder,
    ),
    'i',
  );
}

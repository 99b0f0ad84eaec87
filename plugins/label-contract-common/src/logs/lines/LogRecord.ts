import { ReachTarget } from '../LogFinding';

/** How loud a line is; undefined where it does not say. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** One line of a log, without colours and secrets, taken apart where it is JSON. */
export interface LogRecord {
  readonly level?: LogLevel;
  /** The message, then what stands in the fields of the error, in order; stack frames left out. */
  readonly texts: readonly string[];
  /** What the fields beside the message name as an address. */
  readonly addresses: readonly ReachTarget[];
}

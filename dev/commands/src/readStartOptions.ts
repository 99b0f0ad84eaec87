import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly port: number;
  /** File of an existing cluster; without it, one is started. */
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly isConfirmed: boolean;
  readonly isFresh: boolean;
  /** Opens the backend for a debugger. */
  readonly isInspected: boolean;
}

/** Throws an error that names the option, what was found, and what is allowed. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '7007' },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      yes: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      inspect: { type: 'boolean', default: false },
    },
  });

  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `--port is '${values.port}'; allowed is a whole number from 1 to 65535`,
    );
  }
  if (values.context && !values.kubeconfig) {
    throw new Error('--context goes with --kubeconfig');
  }
  if (values.fresh && values.kubeconfig) {
    throw new Error(
      '--fresh forgets the data of the cluster that npm start makes; it does nothing to the one of --kubeconfig',
    );
  }
  return {
    port,
    kubeconfig: values.kubeconfig,
    context: values.context,
    isConfirmed: values.yes,
    isFresh: values.fresh,
    isInspected: values.inspect,
  };
}

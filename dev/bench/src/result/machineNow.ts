import {
  availableParallelism,
  cpus,
  loadavg,
  platform,
  release,
} from 'node:os';

/** Where a result was measured: numbers without this say little. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted to run, on average of the last minute; our own among them. */
  readonly load: number;
}

/** This machine, and how busy it is. */
export function machineNow(): Machine {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    system: `${platform()} ${release()}`,
    node: process.version,
    load: loadavg()[0],
  };
}

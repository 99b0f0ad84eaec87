import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HeapMeasurement } from './HeapMeasurement';

/** Heap that a process may have, in MB a workload, on top of what it needs in any case. */
const HEAP_MB = { least: 1_024, ofWorkload: 0.008 };

/** Measures in a process of its own, with as large a heap as the size may need. */
export async function measureApart(
  workloads: number,
  signal: AbortSignal,
): Promise<HeapMeasurement> {
  const heapMb = Math.ceil(HEAP_MB.least + HEAP_MB.ofWorkload * workloads);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      // What makes this process understand TypeScript does the same for the other.
      ...process.execArgv,
      '--expose-gc',
      `--max-old-space-size=${heapMb}`,
      // eslint-disable-next-line no-restricted-syntax -- benchmarks are never built
      join(__dirname, 'measureInProcess.ts'),
      String(workloads),
    ],
    { signal, maxBuffer: 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

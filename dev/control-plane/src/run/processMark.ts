import { readFile } from 'node:fs/promises';
import { runToEnd } from '../processes/runToEnd';

/**
 * Takes the start time out of a line of `/proc/<pid>/stat`: field 22, in clock ticks since boot (proc(5)).
 * The second field is the program's name in parentheses, which may itself hold blanks and parentheses.
 */
export function startTimeOfStat(stat: string): string | undefined {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return afterName[19];
}

/**
 * Tells a process from a later one with the same id, by the time when it started.
 * @returns undefined when there is no such process
 */
export async function processMark(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return startTimeOfStat(stat);
  }
  const ps = await runToEnd('ps', {
    arguments: ['-o', 'lstart=', '-p', `${pid}`],
    environment: { ...process.env, LC_ALL: 'C' },
  });
  return ps.stdout.trim() || undefined;
}

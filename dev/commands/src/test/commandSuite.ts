import { runInRoot } from '../runInRoot';
import { Suite } from './Suite';

/** A suite that is one check: a program that ends with 0 or not. */
export function commandSuite(
  name: string,
  program: string,
  args: readonly string[],
): Suite {
  return {
    name,
    async run() {
      try {
        await runInRoot(program, args);
        return { passed: 1, failed: 0 };
      } catch (error) {
        process.stdout.write(`${name}: ${error}\n`);
        return { passed: 0, failed: 1 };
      }
    },
  };
}

import { Suite, SuiteResult } from './Suite';

/**
 * Runs suites one after the other and prints a line for each, then the sum of all. A suite that
 * breaks, or that runs nothing, counts as one failure; the others still run.
 */
export async function runSuites(options: {
  suites: readonly Suite[];
  print: (line: string) => void;
}): Promise<SuiteResult> {
  const { suites, print } = options;
  const lines: string[] = [];
  let passed = 0;
  let failed = 0;

  for (const suite of suites) {
    print(`\n=== ${suite.name}`);
    const result = await runSuite(suite);
    passed += result.passed;
    failed += result.failed;
    lines.push(
      `${suite.name.padEnd(9)} ${result.passed} passed, ${
        result.failed
      } failed${result.problem ? ` (${result.problem})` : ''}`,
    );
  }

  print('');
  lines.forEach(print);
  print(`${passed} passed, ${failed} failed`);
  return { passed, failed };
}

async function runSuite(
  suite: Suite,
): Promise<SuiteResult & { problem?: string }> {
  try {
    const result = await suite.run();
    return result.passed + result.failed > 0
      ? result
      : { passed: 0, failed: 1, problem: 'it ran nothing' };
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      problem: error instanceof Error ? error.message : String(error),
    };
  }
}

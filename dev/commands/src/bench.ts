import { join } from 'node:path';
import { allBenches, chooseBenches, runBenches } from '@internal/bench';
import { rootFolder } from '@internal/portal';
import { readBenchOptions } from './readBenchOptions';
import { stopOnSignals } from './stopOnSignals';

async function main() {
  const { names, isQuick } = readBenchOptions(process.argv.slice(2));
  const missed = await runBenches({
    benches: chooseBenches(allBenches, names),
    isQuick,
    folder: join(rootFolder, 'build/bench'),
    print: line => process.stdout.write(`${line}\n`),
    signal: stopOnSignals(),
  });
  if (missed.length > 0) {
    process.stdout.write(
      `Over the limit:\n${missed.map(each => `  ${each}\n`).join('')}`,
    );
  }
  return missed.length > 0 ? 1 : 0;
}

main().then(
  // A backend that was stopped leaves timers behind, which would hold up the end.
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);

import { allSuites } from './test/allSuites';
import { chooseSuites } from './test/chooseSuites';
import { runSuites } from './test/runSuites';

async function main() {
  const { failed } = await runSuites({
    suites: chooseSuites(allSuites, process.argv.slice(2)),
    print: line => process.stdout.write(`${line}\n`),
  });
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

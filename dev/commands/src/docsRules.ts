import { writeRuleDocs } from './rules/writeRuleDocs';

writeRuleDocs(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

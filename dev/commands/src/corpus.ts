import { printCorpus, runCorpus, shortfallsOf } from '@internal/corpus';

const result = runCorpus({
  healthyFleets: 10_000,
  fleetsPerMutation: 40,
  pairs: 4_000,
  seed: 1,
  machineTime: new Date(),
});
const shortfalls = shortfallsOf(result);

process.stdout.write(`${printCorpus(result)}\n\n`);
process.stdout.write(
  shortfalls.length > 0
    ? `Below the thresholds:\n${shortfalls.map(each => `  ${each}\n`).join('')}`
    : 'All thresholds are met.\n',
);
process.exitCode = shortfalls.length > 0 ? 1 : 0;

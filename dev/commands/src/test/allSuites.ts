import { provideArgoCd } from '@internal/argo-cd';
import { provideControlPlanePrograms } from '@internal/control-plane';
import { providePrometheus } from '@internal/delivery';
import { provideChromium } from '@internal/browser-tests';
import { buildApp } from '@internal/portal';
import { apiReports } from '../apiReports';
import { declarations } from '../declarations';
import { commandSuite } from './commandSuite';
import { jestSuite } from './jestSuite';
import { Suite } from './Suite';

const log = (line: string) => process.stdout.write(`${line}\n`);

/** One after the other: each of them starts real programs, and a laptop has few cores. */
const ONE_BY_ONE = '--runInBand';

/** Every suite, the quickest answers first. */
export const allSuites: readonly Suite[] = [
  commandSuite('types', 'tsc', declarations),
  commandSuite('lint', 'backstage-cli', ['repo', 'lint', '--max-warnings=0']),
  commandSuite('format', 'prettier', ['--check', '--loglevel=warn', '.']),
  commandSuite('api', 'backstage-repo-tools', [...apiReports, '--ci']),
  jestSuite({
    name: 'unit',
    args: [
      '--testPathIgnorePatterns=\\.(cluster|delivery|browser|screens)\\.test\\.',
    ],
  }),
  commandSuite('corpus', 'node', ['dev/toolchain/run.js', 'corpus']),
  jestSuite({
    name: 'screens',
    args: [ONE_BY_ONE, '--testPathPatterns=\\.screens\\.test\\.'],
    prepare: async () => ({ CHROMIUM_PATH: await provideChromium({ log }) }),
  }),
  jestSuite({
    name: 'cluster',
    args: [ONE_BY_ONE, '--testPathPatterns=\\.cluster\\.test\\.'],
    prepare: async () => {
      await provideControlPlanePrograms({ log });
      await provideArgoCd({ log });
      await providePrometheus({ log });
      return {};
    },
  }),
  jestSuite({
    name: 'delivery',
    args: [ONE_BY_ONE, '--testPathPatterns=\\.delivery\\.test\\.'],
    prepare: async () => {
      await provideControlPlanePrograms({ log });
      return {};
    },
  }),
  jestSuite({
    name: 'browser',
    args: [ONE_BY_ONE, '--testPathPatterns=\\.browser\\.test\\.'],
    prepare: async () => {
      await provideControlPlanePrograms({ log });
      await provideArgoCd({ log });
      await buildApp({ log });
      return { CHROMIUM_PATH: await provideChromium({ log }) };
    },
  }),
];

const { walls } = require('../../dev/lint/walls');

const noEffects =
  'The contract is pure: time, randomness and output are arguments or results.';

/** Which rooms each room may import from, besides itself. */
const rooms = {
  facts: [],
  selector: ['facts'],
  claim: ['facts', 'selector'],
  logs: [],
  match: ['facts', 'selector', 'claim'],
  evidence: ['facts', 'selector', 'claim', 'match'],
  gates: ['facts', 'selector', 'claim', 'match'],
  fix: ['facts'],
  rules: [
    'facts',
    'selector',
    'claim',
    'logs',
    'match',
    'evidence',
    'gates',
    'fix',
  ],
  report: ['facts', 'selector', 'claim', 'match', 'evidence', 'gates', 'rules'],
  fleet: [
    'facts',
    'selector',
    'claim',
    'match',
    'evidence',
    'gates',
    'rules',
    'report',
  ],
  rulePages: ['facts', 'claim', 'fix', 'rules', 'report'],
};

const { rules, ...restOfWalls } = walls({
  folder: __dirname,
  rooms,
  openToAll: ['annotations.ts'],
  // A test may carry out a fix to see that it helps.
  openToTests: ['testUtils', '__testUtils__', 'fix'],
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  ...restOfWalls,
  rules: {
    ...rules,
    'no-restricted-globals': [
      'error',
      ...['console', 'process', 'fetch', 'setTimeout', 'setInterval'].map(
        name => ({ name, message: noEffects }),
      ),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: noEffects },
      { object: 'Math', property: 'random', message: noEffects },
    ],
  },
  restrictedImportPatterns: ['node:*'],
  // A script runs at the edge, and is no part of the package.
  overrides: [
    { files: ['scripts/**'], rules: { 'no-restricted-globals': 'off' } },
  ],
  restrictedSyntax: [
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: noEffects,
    },
  ],
});

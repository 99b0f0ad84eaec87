const noEffects =
  'The contract is pure: time, randomness and output are arguments or results.';

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  rules: {
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
  restrictedSyntax: [
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: noEffects,
    },
  ],
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  rules: {
    // It starts shells of frontend plugins beside a backend, and is never part of one.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
  testRules: {
    // Waiting for what the page has to show is the assertion.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', 'cardSays', '**.waitFor'] },
    ],
  },
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  testRules: {
    // Waiting for what the page has to show is the assertion.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', 'cardSays', '**.waitFor'] },
    ],
  },
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  rules: {
    // It starts a whole backend of plugins, as dev/backend does, and is never part of one.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});

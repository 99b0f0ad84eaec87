const { walls } = require('../../dev/lint/walls');

/**
 * The rooms of this backend, and which other rooms each may import from. Data takes the way
 * watch -> facts -> index -> reports -> http; troubles asks clusters for what no watch brings. Only src/plugin.ts knows
 * them all and joins them.
 */
const rooms = {
  access: [],
  claims: [],
  config: [],
  facts: [],
  history: ['index', 'reports'],
  http: ['reports'],
  index: [],
  metrics: ['history', 'index', 'reports', 'watch'],
  reports: ['claims', 'index'],
  signals: [],
  troubles: ['facts', 'index'],
  watch: [],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  ...walls({
    folder: __dirname,
    rooms,
    openToTests: ['tests', '__testUtils__'],
  }),
});

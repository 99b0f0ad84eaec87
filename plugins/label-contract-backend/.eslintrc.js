const { walls } = require('../../dev/lint/walls');

/**
 * The rooms of this backend, and which other rooms each may import from. Data takes the way
 * watch -> facts -> index -> reports -> http; troubles asks clusters for what no watch brings. Only src/plugin.ts knows
 * them all and joins them.
 */
const rooms = {
  claims: [],
  config: [],
  facts: [],
  http: ['reports'],
  index: [],
  reports: ['claims', 'index'],
  troubles: ['facts'],
  watch: [],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  ...walls({ folder: __dirname, rooms, openToTests: ['tests'] }),
});

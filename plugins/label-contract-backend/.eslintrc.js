const { walls } = require('../../dev/lint/walls');

/**
 * The rooms of this backend, and which other rooms each may import from. Data takes the way
 * watch -> facts -> index -> reports -> http; only src/plugin.ts knows them all and joins them.
 */
const rooms = {
  claims: [],
  config: [],
  facts: [],
  http: ['reports'],
  index: [],
  reports: ['claims', 'index'],
  watch: [],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  ...walls({ folder: __dirname, rooms, openToTests: ['tests'] }),
});

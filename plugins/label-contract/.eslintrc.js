const { walls } = require('../../dev/lint/walls');

/**
 * The rooms of this plugin, and what each may import from. Data takes the way api -> hooks -> components;
 * words turn it into sentences and know nothing of React. Only src/plugin.ts and src/legacy.ts know them all.
 */
const rooms = {
  api: [],
  messages: [],
  translations: ['messages'],
  words: ['translation.ts'],
  hooks: ['api'],
  components: ['api', 'hooks', 'words', 'routes.ts', 'translation.ts'],
  extensions: ['api', 'components', 'routes.ts', 'translation.ts'],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  ...walls({
    folder: __dirname,
    rooms,
    openToTests: ['testUtils', '__testUtils__', 'translation.ts'],
  }),
});

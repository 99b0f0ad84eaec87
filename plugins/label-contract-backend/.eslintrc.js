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

/** A rule that keeps each room to itself, its neighbours and what is open to all. */
function walls({ openToAll }) {
  const zones = Object.entries(rooms).map(([room, neighbours]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, ...neighbours, ...openToAll].map(name => `./${name}`),
    message: `The room '${room}' may import from: ${
      neighbours.join(', ') || 'no other room'
    }. See the list in .eslintrc.js.`,
  }));
  return {
    'import/no-restricted-paths': ['error', { basePath: __dirname, zones }],
  };
}

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  // Without the extensions nothing is resolved, and the walls would be open without a word.
  settings: { 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
  rules: walls({ openToAll: [] }),
  testRules: walls({ openToAll: ['tests'] }),
});

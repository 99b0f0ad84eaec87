const noEffects =
  'The contract is pure: time, randomness and output are arguments or results.';

/** Which rooms each room may import from, besides itself. */
const rooms = {
  facts: [],
  selector: ['facts'],
  claim: ['selector'],
  logs: [],
  match: ['facts', 'selector', 'claim'],
  fix: ['facts'],
  rules: ['facts', 'selector', 'claim', 'match', 'fix'],
  report: ['facts', 'selector', 'claim', 'match', 'rules'],
};

function walls({ openToAll }) {
  const zones = Object.entries(rooms).map(([room, neighbours]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, 'annotations.ts', ...neighbours, ...openToAll].map(
      name => `./${name}`,
    ),
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
  testRules: walls({ openToAll: ['testUtils'] }),
  rules: {
    ...walls({ openToAll: [] }),
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

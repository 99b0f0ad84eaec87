/**
 * ESLint options that hold the walls between the rooms (folders of `src`) of a package.
 *
 * @param folder - the package.
 * @param rooms - each room, with the rooms that it may import from besides itself.
 * @param openToAll - files of `src` that every room may import from.
 * @param openToTests - rooms that tests may import from, too.
 */
function walls({ folder, rooms, openToAll = [], openToTests = [] }) {
  const rulesFor = open => ({
    'import/no-restricted-paths': [
      'error',
      {
        basePath: folder,
        zones: Object.entries(rooms).map(([room, neighbours]) => ({
          target: `./src/${room}`,
          from: './src',
          except: [...new Set([room, ...neighbours, ...open])].map(
            name => `./${name}`,
          ),
          message: `The room '${room}' may import from: ${
            neighbours.join(', ') || 'no other room'
          }. See the list in .eslintrc.js.`,
        })),
      },
    ],
  });
  return {
    // Without the extensions nothing is resolved, and the walls would be open without a word.
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: rulesFor(openToAll),
    testRules: rulesFor([...openToAll, ...openToTests]),
  };
}

module.exports = { walls };

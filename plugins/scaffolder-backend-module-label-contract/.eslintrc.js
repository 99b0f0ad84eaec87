const { walls } = require('../../dev/lint/walls');

/**
 * The rooms of this module, and which other rooms each may import from. An action takes the way
 * input -> manifests -> apply or removal or git; what all of them need to know of a cluster's objects, of how it is
 * asked and of how it refuses is in objects, cluster and refusal. templates is for the
 * catalog, and stands alone. Only the files of src itself join the rooms with their host.
 */
const rooms = {
  actions: [
    'apply',
    'cluster',
    'git',
    'input',
    'manifests',
    'plan',
    'refusal',
    'removal',
    'reports',
  ],
  apply: ['cluster', 'manifests', 'objects', 'plan', 'refusal'],
  cluster: ['manifests', 'objects', 'refusal'],
  git: ['input', 'manifests', 'refusal'],
  input: ['manifests'],
  manifests: [],
  objects: ['manifests'],
  plan: ['input', 'objects', 'refusal'],
  refusal: ['manifests', 'objects'],
  removal: [
    'apply',
    'cluster',
    'input',
    'manifests',
    'objects',
    'plan',
    'refusal',
  ],
  reports: [],
  templates: [],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ignorePatterns: ['dist-dynamic', 'dist-scalprum'],
  ...walls({
    folder: __dirname,
    rooms,
    // Tests of the manifests take them from the input that they are made of.
    openToTests: ['__testUtils__', 'input', 'tests'],
  }),
});

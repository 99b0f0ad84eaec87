// Jest runs modules in a context of its own, where Node.js refuses `import()`; `require` is Jest's own.
jest.mock('./cluster/loadKubernetesClient', () => ({
  loadKubernetesClient: async () => require('@kubernetes/client-node'),
}));

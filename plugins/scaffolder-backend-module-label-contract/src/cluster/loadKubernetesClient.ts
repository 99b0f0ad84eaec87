/**
 * Loads `@kubernetes/client-node` when it is needed and not before: it costs 75 MB of memory and most of
 * a second, which a portal that nobody deploys with should not pay. It is an ES module, and `import()` is
 * the one way to it from CommonJS that every Node.js has.
 */
export function loadKubernetesClient() {
  return import('@kubernetes/client-node');
}

/** What is loaded. */
export type KubernetesClient = Awaited<ReturnType<typeof loadKubernetesClient>>;

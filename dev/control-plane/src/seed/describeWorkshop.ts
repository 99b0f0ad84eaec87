import { rbacManifests, workshopManifests, type Manifest } from './manifests';

/** One line for each namespace with what it gets, then one for each object of the portal's identity and rights. */
export function describeManifests(
  workloads: readonly Manifest[],
  rights: readonly Manifest[],
): string[] {
  const namespaces = workloads.filter(({ kind }) => kind === 'Namespace');
  return [
    ...namespaces.map(({ name }) => {
      const inside = workloads
        .filter(({ namespace }) => namespace === name)
        .map(one =>
          one.simulate
            ? `${one.kind} ${one.name} (${one.simulate} on purpose)`
            : `${one.kind} ${one.name}`,
        );
      return `Namespace ${name}${
        inside.length ? ` with ${inside.join(', ')}` : ''
      }`;
    }),
    ...rights.map(
      ({ kind, name, namespace }) =>
        `${kind} ${name}${namespace ? ` in namespace ${namespace}` : ''}`,
    ),
  ];
}

/** Lists in plain words what `seedWorkshop` creates in a cluster, one object or namespace a line. */
export function describeWorkshop(): string[] {
  return describeManifests(workshopManifests(), rbacManifests());
}

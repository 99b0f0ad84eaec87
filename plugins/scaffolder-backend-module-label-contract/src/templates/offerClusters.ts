/** What `ui:options.choices` of a field says that offers the portal's clusters. */
export const CLUSTERS = 'kubernetes-clusters';

/** A cluster to choose. */
export interface OfferedCluster {
  readonly name: string;
  /** Name for people. */
  readonly title?: string;
}

/**
 * Fills the clusters into the fields of a form that ask for them, and shows those fields, which are hidden in the
 * file. Where there is one cluster, or none, there is nothing to choose, and they stay hidden.
 *
 * @param parameters - of a Template, or any part of them.
 */
export function offerClusters(
  parameters: unknown,
  clusters: readonly OfferedCluster[],
): unknown {
  if (clusters.length < 2) {
    return parameters;
  }
  if (Array.isArray(parameters)) {
    return parameters.map(part => offerClusters(part, clusters));
  }
  if (!isObject(parameters)) {
    return parameters;
  }
  const offered = Object.fromEntries(
    Object.entries(parameters).map(([key, part]) => [
      key,
      offerClusters(part, clusters),
    ]),
  );
  const { properties, required } = offered;
  if (!isObject(properties)) {
    return offered;
  }
  const asking = Object.keys(properties).filter(key =>
    asksForCluster(properties[key]),
  );
  if (asking.length === 0) {
    return offered;
  }
  return {
    ...offered,
    required: [
      ...new Set([...(Array.isArray(required) ? required : []), ...asking]),
    ],
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, field]) => [
        key,
        asking.includes(key) ? withChoices(field, clusters) : field,
      ]),
    ),
  };
}

function asksForCluster(field: unknown): boolean {
  const options = isObject(field) ? field['ui:options'] : undefined;
  return isObject(options) && options.choices === CLUSTERS;
}

function withChoices(
  field: unknown,
  clusters: readonly OfferedCluster[],
): unknown {
  if (!isObject(field)) {
    return field;
  }
  const { 'ui:widget': _, ...shown } = field;
  return {
    ...shown,
    enum: clusters.map(({ name }) => name),
    enumNames: clusters.map(({ name, title }) => title ?? name),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name in an entity ref, as people say it: `inventory-team` of `group:default/inventory-team`. */
export function nameOfRef(entityRef: string): string {
  return entityRef.slice(
    Math.max(entityRef.lastIndexOf('/'), entityRef.lastIndexOf(':')) + 1,
  );
}

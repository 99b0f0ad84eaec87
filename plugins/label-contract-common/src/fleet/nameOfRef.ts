/** The last part of an entity ref: what people call it. */
export function nameOfRef(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1);
}

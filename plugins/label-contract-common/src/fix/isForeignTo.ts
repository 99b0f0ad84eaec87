import { ManagerFacts } from '../facts/ManagerFacts';

/** Under which names the tools write (`metadata.managedFields[].manager`). */
const FIELD_MANAGERS = {
  'argo-cd': /^argo-?cd/i,
  // Also where another tool releases by Helm.
  helm: /helm/i,
  flux: /^(kustomize-controller|helm-controller|flux)/i,
} as const;

/**
 * Whether a field was written by somebody else than the tool that manages the object. Operators write
 * under names of their own, so nothing can be said there.
 */
export function isForeignTo(
  { tool }: ManagerFacts,
  fieldManager: string,
): boolean {
  return tool === 'olm' || tool === 'operator'
    ? false
    : !FIELD_MANAGERS[tool].test(fieldManager);
}

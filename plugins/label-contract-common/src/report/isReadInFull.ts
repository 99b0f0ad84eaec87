import { ClusterReport } from './evaluateCluster';

/**
 * Whether all that matters of a cluster is read, or is about to be. A kind that the cluster does not
 * serve, and that nobody asks for, is nothing that is missing.
 *
 * @public
 */
export function isReadInFull({
  findings,
  namespaces,
}: Pick<ClusterReport, 'findings' | 'namespaces'>): boolean {
  return (
    namespaces === undefined &&
    findings.every(({ severity }) => severity === 'info')
  );
}

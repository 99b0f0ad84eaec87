import {
  ClusterReport,
  Severity,
} from '@portal-operations/plugin-label-contract-common';

/** Clusters that need somebody first, then those that are read for the first time, then by name. */
export function compareClusters(a: ClusterReport, b: ClusterReport): number {
  return rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en');
}

function rankOf({ findings, state }: ClusterReport): number {
  const has = (wanted: Severity) =>
    findings.some(({ severity }) => severity === wanted);
  const needs = [has('error'), has('warning'), state.kind !== 'live', true];
  return needs.indexOf(true);
}

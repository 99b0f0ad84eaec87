import {
  EntitySummary,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { Column, joined, toCsv } from './toCsv';

const columns: readonly Column<EntitySummary>[] = [
  ['entity', ({ entityRef }) => entityRef],
  ['title', ({ title }) => title],
  ['owner', ({ owner }) => owner],
  ['system', ({ system }) => system],
  ['lifecycle', ({ lifecycle }) => lifecycle],
  ['clusters', ({ clusters }) => joined(clusters)],
  ['contract', ({ contract }) => contract.verdict],
  ['contract_reason', ({ contract }) => reasonOf(contract)],
  ['health', ({ health }) => health.verdict],
  ['health_reason', ({ health }) => reasonOf(health)],
  ['workloads', ({ visible }) => visible.of],
  ['workloads_visible', ({ visible }) => visible.count],
  ['workloads_partly_visible', ({ visible }) => visible.partly],
  ['pods', ({ pods }) => pods.of],
  ['pods_ready', ({ pods }) => pods.ready],
  ['finding', ({ finding }) => finding?.rule],
  ['finding_severity', ({ finding }) => finding?.severity],
  ['finding_acts', ({ finding }) => finding?.owner],
  ['finding_subject', ({ finding }) => finding && subjectOf(finding)],
  ['findings_ops', ({ findings }) => findings.ops],
  ['findings_team', ({ findings }) => findings.team],
  ['findings_catalog', ({ findings }) => findings.catalog],
  [
    'incomplete_clusters',
    ({ incomplete }) => joined(incomplete.map(({ cluster }) => cluster)),
  ],
];

/** The fleet as a table. Columns are never renamed: somebody's spreadsheet knows them. */
export function fleetTable(rows: readonly EntitySummary[]): string {
  return toCsv(rows, columns);
}

function reasonOf(
  verdict: EntitySummary['contract'] | EntitySummary['health'],
): string | undefined {
  return 'reason' in verdict ? verdict.reason : undefined;
}

function subjectOf({ subject }: Finding): string {
  return subject.kind === 'Entity'
    ? subject.entityRef
    : `${subject.cluster}/${subject.namespace}/${subject.kind}/${subject.name}`;
}

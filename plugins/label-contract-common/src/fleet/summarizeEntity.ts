import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';
import { checkedEntity } from '../claim/ClaimedEntity';
import { EntityReport } from '../report/EntityReport';
import { withoutLogLines } from '../report/withoutLogLines';
import { Finding } from '../rules/Finding';
import { ActingDesk, EntitySummary } from './EntitySummary';

const DESKS: readonly ActingDesk[] = ['ops', 'team', 'catalog'];

/**
 * The row of one entity in a fleet.
 *
 * @param options - `report`: one that names no other entity, as it is read by whoever sees this one.
 *
 * @public
 */
export function summarizeEntity(options: {
  entity: Entity;
  report: EntityReport;
}): EntitySummary {
  const { entity } = options;
  const report = withoutLogLines(options.report);
  const { relations, lifecycle } = checkedEntity(entity);
  const { contract, health, visible, pods, incomplete } = report;
  const toActOn = report.findings.filter(
    ({ severity, owner }) => severity !== 'info' && owner !== 'nobody',
  );
  const isUnread = [contract, health].some(
    verdict =>
      verdict.verdict === 'unknown' && verdict.reason === 'cluster-not-read',
  );
  const clusters = [
    ...[...report.workloads, ...report.nearMisses].map(
      ({ ref }) => ref.cluster,
    ),
    ...(isUnread ? incomplete.map(({ cluster }) => cluster) : []),
  ];
  return {
    entityRef: report.entityRef,
    title: entity.metadata.title,
    owner: report.entityOwner,
    system: relations.find(
      ({ type, targetRef }) =>
        type === RELATION_PART_OF && targetRef.startsWith('system:'),
    )?.targetRef,
    lifecycle,
    clusters: [...new Set(clusters)].sort(),
    contract,
    health,
    visible,
    pods,
    finding: toActOn[0],
    findings: {
      ops: countOf(toActOn, 'ops'),
      team: countOf(toActOn, 'team'),
      catalog: countOf(toActOn, 'catalog'),
    },
    desks: DESKS.filter(
      desk =>
        (desk === 'ops' && isUnread) ||
        toActOn.some(
          ({ severity, owner }) => severity === 'error' && owner === desk,
        ),
    ),
    incomplete,
  };
}

function countOf(findings: readonly Finding[], desk: ActingDesk): number {
  return findings.filter(({ owner }) => owner === desk).length;
}

import { Entity } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { NoClaimSection } from './NoClaimSection';
import { NotDeployedSection } from './NotDeployedSection';
import { NotDrawnSection } from './NotDrawnSection';
import { RemovedSection } from './RemovedSection';
import { UnknownSection } from './UnknownSection';

/** What stands below the verdicts where no finding does. */
export function explanationOf(
  report: EntityReport,
  entity: Entity,
): ReactNode | undefined {
  const { contract } = report;
  // The verdicts say that the first read is under way; there is nothing to add.
  if (contract.verdict === 'unknown' && contract.reason !== 'syncing') {
    return <UnknownSection report={report} />;
  }
  if (contract.verdict !== 'not-applicable') {
    return undefined;
  }
  switch (contract.reason) {
    case 'not-deployed':
      return <NotDeployedSection entity={entity} claim={report.claim} />;
    case 'no-claim':
      return (
        <NoClaimSection entity={entity} entityOwner={report.entityOwner} />
      );
    case 'not-drawn':
      return <NotDrawnSection />;
    case 'removed':
      return <RemovedSection since={contract.since} />;
    case 'opted-out':
    case 'claim-broken':
      return undefined;
    default:
      return contract satisfies never;
  }
}

import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import {
  Desk,
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { Received } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { asOfReport } from '../../words/describeClusters';
import { describeToDo } from '../../words/describeDesk';
import { describeEvidence } from '../../words/describeEvidence';
import { describeServing } from '../../words/describeServing';
import { EvidenceList } from '../EvidenceList/EvidenceList';
import { FindingSection } from '../FindingSection/FindingSection';
import { explanationOf } from '../LabelContractCard/explanationOf';
import { UnknownSection } from '../LabelContractCard/UnknownSection';
import { Panel } from '../Panel/Panel';
import { TicketPanel } from './TicketPanel';

const useStyles = makeStyles(
  theme => ({
    finding: {
      display: 'grid',
      gap: 16,
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& + &': {
        paddingTop: 16,
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'LabelContractFindingPanels' },
);

/** Desks that have something to do, the most important finding's first; notes come last. */
function byDesk(
  findings: readonly Finding[],
): { desk: Desk; findings: readonly Finding[] }[] {
  const deskOf = ({ severity, owner }: Finding): Desk =>
    severity === 'info' ? 'nobody' : owner;
  const desks = [...new Set(findings.map(deskOf))];
  return desks.map(desk => ({
    desk,
    findings: findings.filter(finding => deskOf(finding) === desk),
  }));
}

function hasTicket({ fixes }: Finding): boolean {
  return fixes.some(({ kind }) => kind === 'tell-owner');
}

function keyOf({ rule, subject, message }: Finding): string {
  return JSON.stringify([rule, subject, message.id]);
}

function explanationInTab(
  report: EntityReport,
  entity: Entity,
): ReactNode | undefined {
  return (
    explanationOf(report, entity) ??
    // The verdict stands, and somebody has to let the portal read the rest.
    (report.access.length > 0 ? <UnknownSection report={report} /> : undefined)
  );
}

/** Whether there is anything to say in {@link FindingPanels}. */
export function hasFindingPanels(
  report: EntityReport,
  entity: Entity,
): boolean {
  return (
    report.findings.length > 0 || explanationInTab(report, entity) !== undefined
  );
}

/** Props of {@link FindingPanels}. */
export interface FindingPanelsProps {
  readonly entity: Entity;
  /** An old one has no commands, and does not stand here: nobody knows whether they still hold. */
  readonly received: Received<EntityReport>;
}

/** What is to do, one panel for each desk; the ticket of a team stands in a panel of its own. */
export function FindingPanels({ entity, received }: FindingPanelsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const report = received.body;
  const { entityOwner, findings } = report;
  const asOf = asOfReport(received) ?? new Date(received.receivedAt);
  const explanation = explanationInTab(report, entity);
  const tickets = findings.filter(hasTicket);
  return (
    <>
      {byDesk(findings).map(group => {
        const title = describeToDo({ desk: group.desk, entityOwner }, t);
        return (
          <Panel
            key={group.desk}
            title={title}
            label={title}
            aside={t('toDo.findings', { count: group.findings.length })}
          >
            {group.findings.map(finding => {
              const signs = describeEvidence({ finding, report }, t);
              return (
                <article key={keyOf(finding)} className={classes.finding}>
                  <FindingSection
                    finding={finding}
                    entityOwner={entityOwner}
                    asOf={asOf}
                    isInTab
                    serving={describeServing({ finding, report }, t)}
                  />
                  {signs.length > 0 && (
                    <EvidenceList evidence={finding.evidence} signs={signs} />
                  )}
                </article>
              );
            })}
          </Panel>
        );
      })}
      {tickets.map(finding => (
        <TicketPanel
          key={keyOf(finding)}
          finding={finding}
          entityOwner={entityOwner}
          asOf={asOf}
        />
      ))}
      {explanation && (
        <Panel title={t('toDo.state')} label={t('toDo.state')}>
          {explanation}
        </Panel>
      )}
    </>
  );
}

import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';

const DAY_MILLISECONDS = 86_400_000;

/** The history of a service to which nothing happened but that its workloads came, or went with it. */
export function calmHistory(report: EntityReport, now: Date): EntityHistory {
  const { entityRef, claim, workloads, contract } = report;
  const daysAgo = (days: number) => {
    const moment = new Date(
      now.getTime() - days * DAY_MILLISECONDS,
    ).toISOString();
    return { from: moment, to: moment };
  };
  const isGone =
    contract.verdict === 'not-applicable' && contract.reason === 'removed';
  const gone = {
    cluster: 'workshop',
    namespace: 'payments-team',
    kind: 'Deployment',
    name: 'payments-api',
    uid: 'uid-of-payments-api',
  } as const;
  const came = isGone ? [gone] : workloads.map(({ ref }) => ref);
  return {
    entityRef,
    since: daysAgo(90).from,
    isCut: false,
    transitions: [
      ...(isGone
        ? [
            {
              kind: 'left' as const,
              workload: gone,
              because: { id: 'deleted' as const },
              between: daysAgo(1 / 72),
            },
          ]
        : []),
      ...came.map(workload => ({
        kind: 'entered' as const,
        workload,
        because: { id: 'created' as const },
        between: daysAgo(20),
      })),
      ...(claim
        ? [{ kind: 'claim' as const, is: claim.query, between: daysAgo(21) }]
        : []),
    ],
  };
}

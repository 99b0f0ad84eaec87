import {
  EntityHistory,
  KUBERNETES_ID,
  WorkloadRef,
} from '@portal-operations/plugin-label-contract-common';

const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

function aDeployment(name: string): WorkloadRef {
  return {
    cluster: 'workshop',
    namespace: 'payments-team',
    kind: 'Deployment',
    name,
    uid: `uid-of-${name}`,
  };
}

/** What happened to a service in ninety days, as a watch and as an absence saw it. */
export function sampleHistory(now: Date): EntityHistory {
  const before = (milliseconds: number) =>
    new Date(now.getTime() - milliseconds).toISOString();
  const moment = (milliseconds: number) => ({
    from: before(milliseconds),
    to: before(milliseconds),
  });
  return {
    entityRef: 'component:default/payments-platform',
    since: before(90 * DAY_MILLISECONDS),
    isCut: false,
    transitions: [
      {
        kind: 'left',
        workload: aDeployment('payments-gateway'),
        because: {
          id: 'label',
          level: 'pod-template',
          key: KUBERNETES_ID,
          was: 'payments-platform',
          is: 'payments-gateway',
          manager: 'kubectl-patch',
        },
        between: moment(HOUR_MILLISECONDS),
      },
      {
        kind: 'left',
        workload: aDeployment('payments-processor'),
        because: {
          id: 'label',
          level: 'object',
          key: KUBERNETES_ID,
          was: 'payments-platform',
        },
        between: {
          from: before(8 * DAY_MILLISECONDS + HOUR_MILLISECONDS),
          to: before(8 * DAY_MILLISECONDS),
        },
      },
      ...['payments-api', 'payments-processor', 'payments-gateway'].map(
        (name, index) => ({
          kind: 'entered' as const,
          workload: aDeployment(name),
          because: { id: 'created' as const },
          between: moment(20 * DAY_MILLISECONDS + index * 1_000),
        }),
      ),
      {
        kind: 'claim',
        is: `${KUBERNETES_ID}=payments-platform`,
        between: moment(21 * DAY_MILLISECONDS),
      },
    ],
  };
}

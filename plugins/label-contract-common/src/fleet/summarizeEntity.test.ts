import { LABEL_CONTRACT } from '../annotations';
import { ClusterFacts, Facts } from '../facts/Facts';
import { evaluateEntity } from '../report/evaluateEntity';
import { anEntity } from '../testUtils/anEntity';
import { now } from '../testUtils/healthOf';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aCluster,
  aContainer,
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { summarizeEntity } from './summarizeEntity';

const dark = aCluster('edge-1', {
  kind: 'dark',
  since: '2026-01-01T09:17:00Z',
  problem: { reason: 'unreachable', message: 'No answer.' },
});

const ticketOne: Facts[] = [
  ...aHealthyWorkload('payments-api', 'pay'),
  ...aHealthyWorkload('payments-gateway', 'pay', {
    templateLabels: labelled('payments-gateway'),
  }),
];

function summaryOf(options: {
  annotations?: Record<string, string>;
  facts?: readonly Facts[];
  clusters?: readonly ClusterFacts[];
}) {
  const entity = anEntity('pay', options.annotations);
  return summarizeEntity({
    entity,
    report: reportOnEntity({ entity, ...options }),
  });
}

describe('summarizeEntity', () => {
  it('says what the catalog says of the entity', () => {
    const plain = anEntity('pay');
    const entity = {
      ...plain,
      metadata: { ...plain.metadata, title: 'Payments' },
      relations: [
        { type: 'partOf', targetRef: 'domain:default/money' },
        { type: 'partOf', targetRef: 'system:default/shop' },
        { type: 'ownedBy', targetRef: 'group:default/payments-team' },
      ],
    };
    const report = reportOnEntity({ entity });
    expect(summarizeEntity({ entity, report })).toMatchObject({
      entityRef: 'component:default/pay',
      title: 'Payments',
      owner: 'group:default/payments-team',
      system: 'system:default/shop',
      lifecycle: 'production',
    });
  });

  it('has nobody act on what is well', () => {
    expect(
      summaryOf({ facts: aHealthyWorkload('payments-api', 'pay') }),
    ).toMatchObject({
      contract: { verdict: 'met' },
      health: { verdict: 'healthy' },
      visible: { count: 1, of: 1 },
      clusters: ['prod-east'],
      finding: undefined,
      findings: { ops: 0, team: 0, catalog: 0 },
      desks: [],
    });
  });

  it('gives the most important finding, and who acts', () => {
    expect(summaryOf({ facts: ticketOne })).toMatchObject({
      contract: { verdict: 'violated' },
      visible: { count: 1, partly: 1, of: 2 },
      finding: { rule: 'label-matches-claim', owner: 'ops' },
      findings: { ops: 1, team: 0, catalog: 0 },
      desks: ['ops'],
    });
  });

  it('counts a warning, and has nobody hurry for it', () => {
    const notDeployed = summaryOf({ facts: [] });
    expect(notDeployed).toMatchObject({
      contract: { verdict: 'not-applicable', reason: 'not-deployed' },
      clusters: [],
      finding: { rule: 'claim-finds-workloads', severity: 'warning' },
      findings: { team: 1 },
      desks: [],
    });
  });

  it('sends ops to a cluster that leaves a verdict unknown, and to no other', () => {
    expect(summaryOf({ clusters: [dark] })).toMatchObject({
      contract: { verdict: 'unknown' },
      clusters: ['edge-1'],
      desks: ['ops'],
      incomplete: [{ cluster: 'edge-1' }],
    });
    expect(
      summaryOf({
        facts: aHealthyWorkload('payments-api', 'pay'),
        clusters: [aCluster('prod-east'), dark],
      }),
    ).toMatchObject({
      contract: { verdict: 'met' },
      clusters: ['prod-east'],
      desks: [],
      incomplete: [{ cluster: 'edge-1' }],
    });
  });

  it('has nobody act on what is ignored by choice', () => {
    expect(
      summaryOf({
        annotations: { ...labelled('pay'), [LABEL_CONTRACT]: 'ignore' },
        facts: ticketOne,
      }),
    ).toMatchObject({
      contract: { verdict: 'not-applicable', reason: 'opted-out' },
      finding: undefined,
      desks: [],
    });
  });

  it('holds no log line', () => {
    const deployment = aDeployment({
      name: 'payments-api',
      labels: labelled('pay'),
      templateLabels: labelled('pay'),
      readyReplicas: 0,
    });
    const replicaSet = aReplicaSet(deployment);
    const pod = aPod(replicaSet, {
      isReady: false,
      containers: [
        aContainer({
          isReady: false,
          restartCount: 9,
          waitingReason: 'CrashLoopBackOff',
          lastTermination: { exitCode: 1, reason: 'Error' },
        }),
      ],
    });
    const entity = anEntity('pay');
    const report = evaluateEntity({
      entity,
      facts: someFacts({
        facts: [deployment, replicaSet, pod],
        troubles: {
          [pod.uid]: {
            events: [],
            logLines: { main: ['order 4711 of customer 12 is lost'] },
          },
        },
      }),
      now,
    });
    expect(JSON.stringify(report)).toContain('4711');
    const summary = summarizeEntity({ entity, report });
    expect(summary.finding).toMatchObject({ rule: 'container-keeps-running' });
    expect(JSON.stringify(summary)).not.toContain('4711');
  });
});

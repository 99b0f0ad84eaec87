import { aTrouble } from '../testUtils/aHealthCheck';
import { anEntity } from '../testUtils/anEntity';
import { now, secondsAgo } from '../testUtils/healthOf';
import {
  aCluster,
  aContainer,
  aDeployment,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import { aCronJob, aJob } from '../testUtils/workloads';
import { evaluateEntity } from './evaluateEntity';
import { withoutLogLines } from './withoutLogLines';

const namespace = 'inventory-team';
const labels = labelled('inventory-system');
const common = { namespace, labels, templateLabels: labels };
const entity = anEntity('inventory-system');

describe('the report of an entity in trouble', () => {
  it('names the missing database of Ticket 2 and nothing else, though every label is right', () => {
    const migrator = aDeployment({
      name: 'inventory-db-migrator',
      ...common,
      readyReplicas: 0,
    });
    const replicaSet = aReplicaSet(migrator);
    const pod = aPod(replicaSet, {
      isReady: false,
      containers: [
        aContainer({
          name: 'migrate',
          isReady: false,
          restartCount: 14,
          waitingReason: 'CrashLoopBackOff',
          lastTermination: { exitCode: 1, finishedAt: secondsAgo(30) },
        }),
      ],
    });
    const line =
      'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused';
    const facts = [migrator, replicaSet, pod, aNamespace({ name: namespace })];
    const troubles = {
      [pod.uid]: aTrouble({ logLines: { migrate: [line] } }),
    };
    const report = evaluateEntity({
      entity,
      facts: someFacts({ facts, troubles }),
      now,
    });
    const withoutServices = evaluateEntity({
      entity,
      facts: someFacts({
        facts,
        troubles,
        clusters: [
          aCluster('prod-east', undefined, { Service: { kind: 'syncing' } }),
        ],
      }),
      now,
    });

    const unquoted = withoutLogLines(report);
    expect(JSON.stringify(report)).toContain(line);
    expect(JSON.stringify(unquoted)).not.toContain(line);
    expect(unquoted.findings).toMatchObject([
      {
        message: {
          values: { service: 'postgres', exitCode: 1, areLinesWithheld: true },
        },
      },
    ]);
    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.health).toEqual({ verdict: 'failing' });
    expect(report.findings).toMatchObject([
      {
        rule: 'dependency-exists',
        owner: 'team',
        message: {
          values: {
            service: 'postgres',
            namespace: 'inventory-team',
            port: 5432,
            restarts: 14,
            exitCode: 1,
          },
        },
      },
    ]);
    expect(report.notChecked.map(({ rule }) => rule)).not.toContain(
      'dependency-exists',
    );
    expect(
      withoutServices.notChecked.filter(
        ({ rule }) => rule === 'dependency-exists',
      ),
    ).toHaveLength(1);
  });

  it.each([
    ['failing', {}],
    ['nothing-running', { isSuspended: true }],
    ['healthy', { lastSucceededAt: secondsAgo(5) }],
  ])('calls an entity %s by its CronJob', (verdict, facts) => {
    const cronJob = aCronJob({
      name: 'stocktaking',
      ...common,
      jobTemplateLabels: labels,
      ...facts,
    });
    const run = aJob(
      {
        name: 'stocktaking-1',
        activePods: 0,
        readyReplicas: 0,
        failure: { reason: 'DeadlineExceeded', at: secondsAgo(60) },
      },
      cronJob,
    );
    const report = evaluateEntity({
      entity,
      facts: someFacts({ facts: [cronJob, run] }),
      now,
    });
    expect(report.health).toEqual({ verdict });
  });
});

import { ServiceFacts } from '../facts/CompanionFacts';
import { ClusterFacts, Facts } from '../facts/Facts';
import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { aHealthCheck, aTrouble } from '../testUtils/aHealthCheck';
import { secondsAgo } from '../testUtils/healthOf';
import {
  aCluster,
  aContainer,
  aDeployment,
  aPod,
  aReplicaSet,
} from '../testUtils/someFacts';
import {
  aNamespace,
  anEndpointSlice,
  aService,
} from '../testUtils/surroundings';
import { aCronJob, aJob, aStatefulSet } from '../testUtils/workloads';
import { checkHealth } from './checkHealth';
import { dependencyExists } from './dependencyExists';
import { WorkloadCheck } from './Rule';

const namespace = 'inventory-team';
const line =
  'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused';
const crashed: ContainerFacts = aContainer({
  name: 'migrate',
  isReady: false,
  restartCount: 14,
  waitingReason: 'CrashLoopBackOff',
  lastTermination: {
    exitCode: 1,
    reason: 'Error',
    finishedAt: secondsAgo(20),
  },
});

const migrator = aDeployment({
  name: 'inventory-db-migrator',
  namespace,
  readyReplicas: 0,
});
const replicaSet = aReplicaSet(migrator);
const podWith = (facts: Partial<PodFacts> = {}) =>
  aPod(replicaSet, { isReady: false, containers: [crashed], ...facts });
const pod = podWith();
const namespaces = ['inventory-team', 'payments-team'].map(name =>
  aNamespace({ name }),
);
const postgres = aService({
  name: 'postgres',
  namespace,
  selector: { app: 'postgres' },
  clusterIps: ['10.96.0.20'],
});

/** The migrator, which crashes with these last lines. */
function aCrash(
  lines: string[] | undefined,
  around: readonly Facts[] = [],
  clusters?: readonly ClusterFacts[],
): WorkloadCheck {
  return aHealthCheck(migrator, [replicaSet, pod, ...namespaces, ...around], {
    clusters,
    troubles: lines && {
      [pod.uid]: aTrouble({ logLines: { migrate: lines } }),
    },
  });
}

const saying = (lines: string[] | undefined, ...around: Facts[]) =>
  checkHealth(aCrash(lines, around));
const whyNot = (lines: string[] | undefined, ...around: Facts[]) =>
  dependencyExists.whyNotChecked?.(aCrash(lines, around));

describe('dependency-exists', () => {
  it('names the Service that Ticket 2 lacks, and the line that says so', () => {
    expect(saying(['Running migrations', line])).toEqual({
      rule: 'dependency-exists',
      severity: 'error',
      evidence: 'exact',
      owner: 'team',
      subject: expect.objectContaining({ name: 'inventory-db-migrator' }),
      levels: [],
      fixes: [{ kind: 'tell-owner' }],
      message: {
        id: 'service-missing',
        values: {
          workload: 'inventory-db-migrator',
          pod: pod.name,
          container: 'migrate',
          restarts: 14,
          exitCode: 1,
          reason: 'Error',
          host: 'postgres.inventory-team',
          port: 5432,
          problem: 'refused',
          service: 'postgres',
          namespace: 'inventory-team',
          lines: [line],
        },
      },
    });
  });

  it('says where a Service of that name is, if it is elsewhere', () => {
    const elsewhere = aService({ name: 'redis', namespace: 'payments-team' });
    expect(
      saying(['dial tcp: lookup redis: no such host'], elsewhere),
    ).toMatchObject({
      rule: 'dependency-exists',
      message: {
        id: 'other-namespace',
        values: {
          host: 'redis',
          namespace: 'inventory-team',
          elsewhere: ['payments-team'],
        },
      },
    });
  });

  it.each([
    ['a name', line],
    ['an IP address', 'dial tcp 10.96.0.20:5432: connect: connection refused'],
  ])('finds the Service without endpoints by %s', (_, words) => {
    const slice = anEndpointSlice(postgres, { readyAddresses: 0 });
    const other = aService({ name: 'redis', namespace });
    expect(
      saying([words], postgres, slice, other, anEndpointSlice(other)),
    ).toMatchObject({
      rule: 'dependency-exists',
      owner: 'team',
      message: {
        id: 'no-endpoints',
        values: { service: 'postgres', namespace: 'inventory-team' },
      },
    });
  });

  describe('with a workload behind the Service', () => {
    const database = aStatefulSet({
      name: 'postgres',
      namespace,
      templateLabels: { app: 'postgres', tier: 'data' },
      readyReplicas: 0,
    });
    const unschedulable = aPod(database, {
      name: 'postgres-0',
      isReady: false,
      containers: [],
      schedulingFailure: '0/3 nodes are available: 3 Insufficient memory.',
    });

    it('takes what that workload fails by for the cause, and its owner', () => {
      expect(saying([line], postgres, database, unschedulable)).toMatchObject({
        rule: 'dependency-exists',
        owner: 'ops',
        message: {
          id: 'no-endpoints',
          values: {
            behind: {
              kind: 'StatefulSet',
              name: 'postgres',
              namespace: 'inventory-team',
              failure: { rule: 'pods-schedulable', owner: 'ops' },
              isIdle: false,
            },
          },
        },
      });
    });

    it.each([
      ['is scaled to zero', { desiredReplicas: 0 }, true],
      ['starts', {}, false],
    ])('names it where it %s', (_, facts, isIdle) => {
      expect(saying([line], postgres, { ...database, ...facts })).toMatchObject(
        {
          owner: 'team',
          message: { values: { behind: { name: 'postgres', isIdle } } },
        },
      );
    });

    it('does not look into what is ignored by choice', () => {
      const ignored = { ...database, isOptedOut: true };
      expect(saying([line], postgres, ignored, unschedulable)).toMatchObject({
        owner: 'team',
        message: { values: { behind: { name: 'postgres' } } },
      });
    });

    it('ends where two workloads wait for each other', () => {
      const api = aService({
        name: 'api',
        namespace,
        selector: { app: 'api' },
      });
      const first = aDeployment({
        name: 'api',
        namespace,
        readyReplicas: 0,
        templateLabels: { app: 'api' },
      });
      const second = { ...database, name: 'postgres' };
      const [ofFirst, ofSecond] = [first, second].map(each =>
        aPod(each, { isReady: false, containers: [crashed] }),
      );
      const logs = (text: string) =>
        aTrouble({ logLines: { migrate: [text] } });
      const finding = checkHealth(
        aHealthCheck(
          first,
          [second, ofFirst, ofSecond, api, postgres, ...namespaces],
          {
            troubles: {
              [ofFirst.uid]: logs(line),
              [ofSecond.uid]: logs('connect ECONNREFUSED api:80'),
            },
          },
        ),
      );
      expect(finding).toMatchObject({
        message: {
          values: {
            behind: {
              name: 'postgres',
              failure: { rule: 'dependency-exists', owner: 'team' },
            },
          },
        },
      });
    });
  });

  it('leads nobody in a circle whose own Service has no endpoints', () => {
    const own = aService({ name: 'own', namespace, selector: { app: 'own' } });
    const labelled = { ...migrator, templateLabels: { app: 'own' } };
    const check = aHealthCheck(
      labelled,
      [replicaSet, pod, own, ...namespaces],
      {
        troubles: {
          [pod.uid]: aTrouble({
            logLines: { migrate: ['connect ECONNREFUSED own:80'] },
          }),
        },
      },
    );
    expect(checkHealth(check)).toMatchObject({
      rule: 'container-keeps-running',
    });
  });

  it.each<[string, string[], Facts[]]>([
    ['it is there and ready', [line], [postgres, anEndpointSlice(postgres)]],
    ['no line is about a dependency', ['panic: index out of range'], []],
    ['it is the pod itself', ['connect ECONNREFUSED 127.0.0.1:5432'], []],
    [
      'it answered, with a certificate that is refused',
      [
        'Post "https://vault.inventory-team/v1": x509: certificate signed by unknown authority',
      ],
      [],
    ],
  ])('leaves the crash to the container where %s', (_, lines, around) => {
    expect(saying(lines, ...around)).toMatchObject({
      rule: 'container-keeps-running',
      message: { values: { lines } },
    });
    expect(whyNot(lines, ...around)).toBeUndefined();
  });

  it.each<[string, string[] | undefined, ServiceFacts[], object]>([
    [
      'it is outside the cluster',
      ['getaddrinfo ENOTFOUND db.example.com'],
      [],
      { id: 'outside-cluster', values: { host: 'db.example.com' } },
    ],
    [
      'it is a name for something outside',
      [line],
      [{ ...postgres, externalName: 'db.example.com' }],
      { id: 'outside-cluster', values: { host: 'db.example.com' } },
    ],
    [
      'it is an IP address that no Service has',
      ['connect ECONNREFUSED 10.1.2.3:5432'],
      [],
      { id: 'outside-cluster', values: { host: '10.1.2.3' } },
    ],
    [
      'the line names no host',
      ['kafka: client has run out of available brokers to talk to'],
      [],
      {
        id: 'log-not-understood',
        values: { workload: 'inventory-db-migrator' },
      },
    ],
    [
      'no log was read',
      undefined,
      [],
      { id: 'log-not-read', values: { workload: 'inventory-db-migrator' } },
    ],
  ])('says that it could not look where %s', (_, lines, around, why) => {
    expect(saying(lines, ...around)).toMatchObject({
      rule: 'container-keeps-running',
    });
    expect(whyNot(lines, ...around)).toMatchObject(why);
  });

  it.each<[string, Partial<ClusterFacts['watches']>, Facts[], string[]]>([
    ['Services', { Service: { kind: 'syncing' } }, [], ['Service']],
    ['Services', { Service: undefined }, [], ['Service']],
    [
      'EndpointSlices',
      { EndpointSlice: { kind: 'syncing' } },
      [postgres],
      ['EndpointSlice'],
    ],
  ])(
    'says that it could not look where %s are not read',
    (_, watches, around, kinds) => {
      const clusters = [aCluster('prod-east', undefined, watches)];
      const check = aCrash([line], around, clusters);

      expect(checkHealth(check)).toMatchObject({
        rule: 'container-keeps-running',
      });
      expect(dependencyExists.whyNotChecked?.(check)).toEqual({
        id: 'kinds-not-read',
        values: { kinds, clusters: ['prod-east'] },
      });
    },
  );

  it('cannot tell a namespace from a domain where Namespaces are not read', () => {
    const clusters = [
      aCluster('prod-east', undefined, { Namespace: { kind: 'syncing' } }),
    ];
    const asks = (host: string) =>
      aCrash([`getaddrinfo ENOTFOUND ${host}`], [], clusters);

    expect(
      dependencyExists.whyNotChecked?.(asks('redis.warehouse')),
    ).toMatchObject({ values: { kinds: ['Namespace'] } });
    expect(checkHealth(asks('redis'))).toMatchObject({
      rule: 'dependency-exists',
    });
  });

  it('does not look into namespaces that are not watched', () => {
    const clusters = [
      { ...aCluster('prod-east'), namespaces: ['inventory-team'] },
    ];
    const asks = (host: string) =>
      aCrash([`getaddrinfo ENOTFOUND ${host}`], [], clusters);

    expect(checkHealth(asks('redis.payments-team'))).toMatchObject({
      rule: 'container-keeps-running',
    });
    expect(checkHealth(asks('redis.inventory-team'))).toMatchObject({
      rule: 'dependency-exists',
    });
  });

  it('listens to an init container that fails', () => {
    const waiting = podWith({
      initContainers: [crashed],
      containers: [
        aContainer({ isReady: false, waitingReason: 'PodInitializing' }),
      ],
    });
    const check = aHealthCheck(migrator, [replicaSet, waiting, ...namespaces], {
      troubles: {
        [waiting.uid]: aTrouble({ logLines: { migrate: [line] } }),
      },
    });
    expect(checkHealth(check)).toMatchObject({ rule: 'dependency-exists' });
  });

  it('listens to the pods of a run that failed', () => {
    const cronJob = aCronJob({ name: 'stocktaking', namespace });
    const run = aJob(
      {
        name: 'stocktaking-1',
        failure: { reason: 'BackoffLimitExceeded', at: secondsAgo(60) },
      },
      cronJob,
    );
    const ended = aPod(run, {
      phase: 'Failed',
      isReady: false,
      containers: [{ ...crashed, waitingReason: undefined }],
    });
    const check = aHealthCheck(cronJob, [run, ended, ...namespaces], {
      troubles: { [ended.uid]: aTrouble({ logLines: { migrate: [line] } }) },
    });
    expect(checkHealth(check)).toMatchObject({
      rule: 'dependency-exists',
      message: { values: { workload: 'stocktaking', pod: ended.name } },
    });
  });

  it('leaves a container that wants too much memory to memory-suffices', () => {
    const killed = podWith({
      containers: [
        {
          ...crashed,
          lastTermination: {
            exitCode: 137,
            reason: 'OOMKilled',
            finishedAt: secondsAgo(5),
          },
        },
      ],
    });
    const check = aHealthCheck(migrator, [replicaSet, killed, ...namespaces], {
      troubles: { [killed.uid]: aTrouble({ logLines: { migrate: [line] } }) },
    });
    expect(checkHealth(check)).toMatchObject({ rule: 'memory-suffices' });
  });

  it('has nothing to look at where nothing has to run', () => {
    const idle = aHealthCheck({ ...migrator, desiredReplicas: 0 }, [
      replicaSet,
      pod,
    ]);
    expect(dependencyExists.whyNotChecked?.(idle)).toBeUndefined();
  });
});

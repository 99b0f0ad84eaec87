import {
  ContractState,
  Desk,
  HealthState,
  RuleId,
  Severity,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { WatchEnding } from '../watch/WatchObserver';
import { boundedBy, defineMetric, oneOf, onlyOf } from './MetricDefinition';

/** So many clusters have series of their own; all are counted. Four series each stay below the 2,000 that an SDK keeps. */
export const MOST_NAMED_CLUSTERS = 400;

const NAME_OF_CLUSTER = `names of configured clusters, the first ${MOST_NAMED_CLUSTERS} since the start`;

/** Those of Backstage, of which there are few; the names of all others have no bound. */
const errorType = onlyOf('of what failed', {
  AuthenticationError: true,
  ConflictError: true,
  InputError: true,
  NotAllowedError: true,
  NotFoundError: true,
  ServiceUnavailableError: true,
  _OTHER: true,
});

const stateOfCluster = oneOf<WatchState['kind']>({
  syncing: true,
  live: true,
  stale: true,
  dark: true,
});

/**
 * Every metric of this plugin. No attribute names an entity, a namespace or a workload: there are too many of
 * them, and whoever reads metrics need not be allowed to read reports.
 *
 * Those of the fleet are gauges, though entities can be added up: each replica tells of all of them, so that a sum
 * over replicas would count them twice.
 */
export const metricDefinitions = {
  contractEntities: defineMetric({
    name: 'label_contract.contract.entities',
    instrument: 'gauge',
    unit: '{entity}',
    description: 'Entities of the catalog, by the verdict on their contract.',
    attributes: {
      'label_contract.verdict': oneOf<ContractState>({
        met: true,
        violated: true,
        unknown: true,
        'not-applicable': true,
        ignored: true,
      }),
    },
  }),
  healthEntities: defineMetric({
    name: 'label_contract.health.entities',
    instrument: 'gauge',
    unit: '{entity}',
    description: 'Entities of the catalog, by the verdict on their health.',
    attributes: {
      'label_contract.verdict': oneOf<HealthState>({
        healthy: true,
        progressing: true,
        failing: true,
        'nothing-running': true,
        unknown: true,
        'not-applicable': true,
      }),
    },
  }),
  findings: defineMetric({
    name: 'label_contract.findings',
    instrument: 'gauge',
    unit: '{finding}',
    description:
      'Findings in the reports of all entities. A rule that found nothing since the start has no value.',
    attributes: {
      'label_contract.rule': boundedBy<RuleId>('ids of the rules'),
      'label_contract.severity': oneOf<Severity>({
        error: true,
        warning: true,
        info: true,
      }),
      'label_contract.desk': oneOf<Desk>({
        ops: true,
        team: true,
        catalog: true,
        nobody: true,
      }),
    },
  }),
  fleetAge: defineMetric({
    name: 'label_contract.fleet.age',
    instrument: 'gauge',
    unit: 's',
    description:
      'Time since all entities were judged last, which is done whenever something changed, and every minute; the larger the fleet, the longer it takes. Of this are the numbers of entities and findings, and the fleet page.',
    attributes: {},
  }),
  clusters: defineMetric({
    name: 'label_contract.clusters',
    instrument: 'gauge',
    unit: '{cluster}',
    description:
      'Clusters, by the state of their worst watch among those that matter to everybody.',
    attributes: { 'label_contract.state': stateOfCluster },
  }),
  clusterStatus: defineMetric({
    name: 'label_contract.cluster.status',
    instrument: 'gauge',
    unit: '1',
    description:
      '1 for the state that a cluster is in, 0 for the others; 0 for all once it is no longer configured.',
    attributes: {
      'k8s.cluster.name': boundedBy(NAME_OF_CLUSTER),
      'label_contract.state': stateOfCluster,
    },
  }),
  clusterAge: defineMetric({
    name: 'label_contract.cluster.age',
    instrument: 'gauge',
    unit: 's',
    description:
      'Time since the last sign of life of the quietest watch that matters to everybody; of a cluster that was never read, since it fails. Up to 80 s on a quiet cluster that is well; not a number once it is no longer configured.',
    attributes: { 'k8s.cluster.name': boundedBy(NAME_OF_CLUSTER) },
  }),
  indexObjects: defineMetric({
    name: 'label_contract.index.objects',
    instrument: 'gauge',
    unit: '{object}',
    description: 'Objects of all clusters that are kept in memory.',
    attributes: {
      'label_contract.kind': boundedBy<WatchedKind>('kinds that are watched'),
    },
  }),
  skippedObjects: defineMetric({
    name: 'label_contract.index.skipped_objects',
    instrument: 'counter',
    unit: '{object}',
    description:
      'Objects that were left out, because they were not understood. Above 0 means that reports are incomplete; the log says why.',
    attributes: {
      'label_contract.kind': boundedBy<WatchedKind>('kinds that are watched'),
    },
  }),
  watchRestarts: defineMetric({
    name: 'label_contract.watch.restarts',
    instrument: 'counter',
    unit: '{restart}',
    description:
      'Watches that were begun again, by why they ended. `ended` and `quiet` are ordinary life, a few of each watch in ten minutes; the others are failures, each attempt counted.',
    attributes: {
      'label_contract.reason': oneOf<WatchEnding>({
        ended: true,
        quiet: true,
        relist: true,
        unreachable: true,
        unauthorized: true,
        forbidden: true,
        'not-served': true,
        'no-background-access': true,
      }),
    },
  }),
  eventDelay: defineMetric({
    name: 'label_contract.event.delay',
    instrument: 'histogram',
    unit: 's',
    description:
      'What the portal adds to a change: from the moment that its watch event is read from the connection, to the moment that a report would show it. The way from the API server is not in it.',
    attributes: {},
    boundaries: [
      0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
      5,
    ],
  }),
  reportDuration: defineMetric({
    name: 'label_contract.report.duration',
    instrument: 'histogram',
    unit: 's',
    description:
      "Time to answer for a report, with the caller's permissions and what the catalog is asked for it, without HTTP.",
    attributes: {
      'label_contract.report': oneOf({
        entity: true,
        history: true,
        fleet: true,
        unclaimed: true,
        clusters: true,
      }),
      'error.type': errorType,
    },
    boundaries: [
      0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ],
  }),
  catalogAge: defineMetric({
    name: 'label_contract.catalog.age',
    instrument: 'gauge',
    unit: 's',
    description:
      'Time since all claims of the catalog were read last, which is done every minute; no value before the first time.',
    attributes: {},
  }),
  troubleReads: defineMetric({
    name: 'label_contract.trouble.reads',
    instrument: 'counter',
    unit: '{request}',
    description:
      'Requests for what an object in trouble says of it: the last lines of a crashed container, the pod that it is in, Events.',
    attributes: {
      'label_contract.resource': oneOf({
        pods: true,
        'pods/log': true,
        events: true,
      }),
      'error.type': onlyOf('of what failed', {
        unauthorized: true,
        forbidden: true,
        'not-found': true,
        'other-status': true,
        'no-answer': true,
      }),
    },
  }),
  historyRounds: defineMetric({
    name: 'label_contract.history.rounds',
    instrument: 'counter',
    unit: '{round}',
    description:
      'How often the history in the database was brought up to date, every 10 s at least; of what failed, also what was asked for otherwise.',
    attributes: { 'error.type': errorType },
  }),
};

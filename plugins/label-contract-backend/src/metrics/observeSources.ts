import { ObservableCallback, ObservableGauge } from '@opentelemetry/api';
import {
  ClusterFreshness,
  clusterFreshness,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { Instruments } from './createInstruments';
import { AttributesOf } from './MetricDefinition';
import { metricDefinitions, MOST_NAMED_CLUSTERS } from './metricDefinitions';
import { MetricSources } from './MetricSources';

/** States of a cluster, in the order of the documentation. */
const STATES =
  metricDefinitions.clusters.attributes['label_contract.state'].values ?? [];

/**
 * Has every gauge look at what is known, each time that metrics are collected. Returns how to end that: a plugin that
 * was stopped looks at nothing any more.
 */
export function observeSources(options: {
  instruments: Instruments;
  sources: MetricSources;
  now: () => Date;
}): () => void {
  const { instruments, sources, now } = options;
  const clusters = () => [...sources.clusters()].map(clusterFreshness);
  const isNamed = createLimit(MOST_NAMED_CLUSTERS);
  const ageOf = (moment: Date | undefined): Observation<{}>[] =>
    moment ? [[secondsSince(moment, now()), {}]] : [];
  const namedClusters = () => clusters().filter(({ name }) => isNamed(name));

  const stops = [
    observe(instruments.contractEntities, () =>
      entriesOf(sources.fleet()?.contract).map(([verdict, count]) => [
        count,
        { 'label_contract.verdict': verdict },
      ]),
    ),
    observe(instruments.healthEntities, () =>
      entriesOf(sources.fleet()?.health).map(([verdict, count]) => [
        count,
        { 'label_contract.verdict': verdict },
      ]),
    ),
    observe(instruments.findings, () =>
      (sources.fleet()?.findings ?? []).map(
        ({ rule, severity, owner, count }) => [
          count,
          {
            'label_contract.rule': rule,
            'label_contract.severity': severity,
            'label_contract.desk': owner,
          },
        ],
      ),
    ),
    observe(instruments.clusters, () => {
      const known = clusters();
      return STATES.map(state => [
        known.filter(cluster => isIn(cluster, state)).length,
        { 'label_contract.state': state },
      ]);
    }),
    observe(instruments.clusterStatus, () =>
      namedClusters().flatMap(cluster =>
        STATES.map(state => [
          isIn(cluster, state) ? 1 : 0,
          {
            'k8s.cluster.name': cluster.name,
            'label_contract.state': state,
          },
        ]),
      ),
    ),
    observe(
      instruments.clusterAge,
      () =>
        namedClusters().flatMap(({ name, state }) => {
          const heardAt = lastHeardOf(state);
          return heardAt
            ? [[secondsSince(heardAt, now()), { 'k8s.cluster.name': name }]]
            : [];
        }),
      { whenGone: NaN },
    ),
    observe(instruments.indexObjects, () =>
      [...sources.objectsByKind()].map(([kind, count]) => [
        count,
        { 'label_contract.kind': kind },
      ]),
    ),
    observe(instruments.fleetAge, () => ageOf(sources.fleet()?.takenAt)),
    observe(instruments.catalogAge, () => ageOf(sources.catalogReadAt())),
  ];
  return () => stops.forEach(stop => stop());
}

/** One value, and the attributes that it has. */
type Observation<Attributes> = readonly [value: number, attributes: Attributes];

/**
 * Observes all values, and those that are gone as `whenGone`: an SDK goes on for ever to tell what it heard last of a
 * combination of attributes.
 */
function observe<Attributes extends AttributesOf<{}>>(
  gauge: ObservableGauge<Attributes>,
  values: () => readonly Observation<Attributes>[],
  { whenGone }: { whenGone: number } = { whenGone: 0 },
): () => void {
  const told = new Map<string, Attributes>();
  const callback: ObservableCallback<Attributes> = result => {
    const gone = new Map(told);
    for (const [value, attributes] of values()) {
      const key = JSON.stringify(attributes);
      told.set(key, attributes);
      gone.delete(key);
      result.observe(value, attributes);
    }
    gone.forEach(attributes => result.observe(whenGone, attributes));
  };
  gauge.addCallback(callback);
  return () => gauge.removeCallback(callback);
}

/** Lets through so many names, always the same ones: what was told once has a series for good. */
function createLimit(most: number): (name: string) => boolean {
  const names = new Set<string>();
  return name => {
    if (names.size < most) {
      names.add(name);
    }
    return names.has(name);
  };
}

/** Entries of a record of which the compiler knows every key. */
function entriesOf<Name extends string>(
  counts: Readonly<Record<Name, number>> | undefined,
): [Name, number][] {
  if (!counts) {
    return [];
  }
  return Object.keys(counts)
    .filter((name): name is Name => Object.hasOwn(counts, name))
    .map(name => [name, counts[name]]);
}

function isIn(cluster: ClusterFreshness, state: WatchState['kind']): boolean {
  return cluster.state.kind === state;
}

/** Undefined of a cluster that is still read for the first time: nobody waits for it yet. */
function lastHeardOf(state: WatchState): Date | undefined {
  switch (state.kind) {
    case 'live':
    case 'stale':
      return new Date(state.asOf);
    case 'dark':
      return new Date(state.since);
    default:
      return undefined;
  }
}

/** Never below 0: the wall clock may be set back. */
function secondsSince(moment: Date, now: Date): number {
  return Math.max(0, (now.getTime() - moment.getTime()) / 1000);
}

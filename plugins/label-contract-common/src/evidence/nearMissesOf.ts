import { KUBERNETES_ID } from '../annotations';
import { CatalogView } from '../claim/CatalogView';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Labels } from '../facts/ObjectFacts';
import { FactsView } from '../match/FactsView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { workloadAgainst } from '../match/matchWorkload';
import { Sign } from '../match/Sign';
import { Selector } from '../selector/Selector';
import { misspeltKeyOf } from './misspeltKeyOf';
import { isTwin, resemblanceOf } from './resemblanceOf';

/** Labels by which workloads say what they are part of. */
const RECOMMENDED = ['app.kubernetes.io/part-of', 'app.kubernetes.io/name'];

/** What is asked: which workloads should this claim find, and does not? */
interface NearMissOptions {
  readonly entity: ClaimedEntity;
  /** The claim's query, parsed. */
  readonly selector: Selector;
  /** Workloads that the claim finds. */
  readonly matched: readonly MatchedWorkload[];
  readonly facts: FactsView;
  readonly catalog: CatalogView;
  readonly isIgnoredNamespace: (namespace: string) => boolean;
}

/**
 * Workloads of which no level matches, though exact or strong evidence says that they belong to the
 * entity. Weak evidence (a namespace, a prefix, a release in common) makes none, however much there
 * is of it. Only claims by id have near misses: a selector says too little of what nearly fits.
 */
export function nearMissesOf(options: NearMissOptions): MatchedWorkload[] {
  const { entity, selector, facts, isIgnoredNamespace } = options;
  const claimed = entity.claim.id;
  if (claimed === undefined) {
    return [];
  }

  const matchedUids = new Set(
    options.matched.map(({ deployment }) => deployment.uid),
  );
  return [...candidatesFor(options, claimed)]
    .filter(
      candidate =>
        !matchedUids.has(candidate.uid) &&
        !candidate.isOptedOut &&
        !isIgnoredNamespace(candidate.namespace) &&
        isClaimedPlace(entity, candidate.namespace),
    )
    .flatMap(deployment => {
      const found = evidenceFor({ ...options, claimed, deployment });
      const workload = workloadAgainst({ deployment, selector, facts });
      return found ? [{ ...workload, isMatched: false, ...found }] : [];
    });
}

/** Everything that strong evidence could speak of; all else is too far away. */
function candidatesFor(
  options: NearMissOptions,
  claimed: string,
): Set<DeploymentFacts> {
  const { entity, selector, matched, facts } = options;
  const names = [...new Set([claimed, entity.name])];
  const byLabel = [
    selector,
    ...[KUBERNETES_ID, ...RECOMMENDED].map(
      (key): Selector => [{ operator: 'in', key, values: names }],
    ),
  ].flatMap(each => [...facts.workloadsMatching(each)]);

  const clusters = [...facts.clusters()].map(({ name }) => name);
  const places = [
    ...matched.map(({ deployment }) => deployment),
    ...clusters.flatMap(cluster =>
      [...names, ...(entity.claim.namespace ?? [])].map(namespace => ({
        cluster,
        namespace,
      })),
    ),
  ];
  const keys = new Map(
    places.map(({ cluster, namespace }) => [
      `${cluster}/${namespace}`,
      { cluster, namespace },
    ]),
  );
  return new Set([
    ...byLabel,
    ...[...keys.values()].flatMap(place => [...facts.workloadsIn(place)]),
  ]);
}

function isClaimedPlace(entity: ClaimedEntity, namespace: string): boolean {
  return !entity.claim.namespace || entity.claim.namespace === namespace;
}

interface Found {
  readonly evidence: 'exact' | 'strong';
  readonly signs: readonly Sign[];
}

function evidenceFor(
  options: NearMissOptions & { claimed: string; deployment: DeploymentFacts },
): Found | undefined {
  const { deployment, claimed } = options;
  if (isSomebodyElses(options)) {
    return undefined;
  }

  const hadIt = [...options.facts.replicaSetsOf(deployment)].some(
    ({ templateLabels }) => templateLabels[KUBERNETES_ID] === claimed,
  );
  if (hadIt) {
    return {
      evidence: 'exact',
      signs: [{ id: 'earlier-revision-matched' }],
    };
  }

  const value = valueOf(deployment);
  return value === undefined
    ? evidenceWithoutValue(options)
    : evidenceOfValue({ ...options, value });
}

/**
 * A workload that another entity's claim finds, or that carries the name of another Component, is no
 * near miss of this one: it went there on purpose.
 */
function isSomebodyElses(
  options: NearMissOptions & { deployment: DeploymentFacts },
): boolean {
  const { deployment, entity, catalog } = options;
  return [deployment.labels, deployment.templateLabels].some(labels => {
    const value = labels[KUBERNETES_ID];
    return (
      catalog
        .claimantsOf(labels, deployment.namespace)
        .some(ref => ref !== entity.entityRef) ||
      (value !== undefined &&
        value !== entity.name &&
        catalog.hasComponent(value))
    );
  });
}

/** The value of the contract label, under its key or one that is nearly that; template first. */
function valueOf(deployment: DeploymentFacts): string | undefined {
  const labelled = [deployment.templateLabels, deployment.labels];
  return labelled.map(valueAt).find(value => value !== undefined);
}

function valueAt(labels: Labels): string | undefined {
  const key = misspeltKeyOf(labels) ?? KUBERNETES_ID;
  return labels[key];
}

function evidenceOfValue(
  options: NearMissOptions & {
    claimed: string;
    deployment: DeploymentFacts;
    value: string;
  },
): Found | undefined {
  const { deployment, claimed, value, entity, catalog } = options;
  const misspelt = [deployment.templateLabels, deployment.labels]
    .map(misspeltKeyOf)
    .find(key => key !== undefined);
  const keySigns: Sign[] = misspelt
    ? [{ id: 'key-misspelt', key: misspelt }]
    : [];

  if (value === claimed) {
    return { evidence: 'exact', signs: keySigns };
  }
  const resemblance = resemblanceOf(value, claimed);
  if (resemblance === 'spelling') {
    return {
      evidence: 'exact',
      signs: [...keySigns, { id: 'same-but-spelling', value }],
    };
  }

  const nobodys: Sign = { id: 'nobody-claims-it', value };
  if (value === entity.name) {
    return {
      evidence: 'strong',
      signs: [...keySigns, { id: 'entity-name', value }, nobodys],
    };
  }

  const { namespace } = deployment;
  if (isOwnNameBesideThisClaimAlone(options)) {
    return {
      evidence: 'strong',
      signs: [
        ...keySigns,
        { id: 'own-name', value },
        { id: 'only-claim-in-namespace', namespace },
        nobodys,
      ],
    };
  }

  const isAmbiguous = catalog.ids.some(
    id => id !== claimed && resemblanceOf(value, id) !== undefined,
  );
  const near = signsOfNearness(options);
  if (resemblance && !isAmbiguous && near.length > 0) {
    return {
      evidence: 'strong',
      signs: [
        ...keySigns,
        { id: 'nearly-the-same', value, how: resemblance },
        ...near,
        nobodys,
      ],
    };
  }
  return undefined;
}

/**
 * The shape of Ticket 1 at all levels: somebody put the workload's own name where the service's
 * belongs, in a namespace where no other claim has anything.
 */
function isOwnNameBesideThisClaimAlone(
  options: NearMissOptions & {
    claimed: string;
    deployment: DeploymentFacts;
    value: string;
  },
): boolean {
  const { deployment, claimed, value, entity, matched, facts, catalog } =
    options;
  const firstWord = (name: string) => name.split('-')[0];
  // `svc-2` beside `svc-1`, or a staging twin, is named so on purpose.
  const sharesWord = [claimed, entity.name]
    .filter(name => !isTwin(name, deployment.name))
    .map(firstWord)
    .includes(firstWord(deployment.name));
  const isHere = matched.some(
    other =>
      other.deployment.cluster === deployment.cluster &&
      other.deployment.namespace === deployment.namespace,
  );
  if (value !== deployment.name || !sharesWord || !isHere) {
    return false;
  }
  return [...facts.workloadsIn(deployment)].every(neighbour =>
    [neighbour.labels, neighbour.templateLabels].every(labels =>
      catalog
        .claimantsOf(labels, neighbour.namespace)
        .every(ref => ref === entity.entityRef),
    ),
  );
}

/** Signs that a workload lives where the entity does. */
function signsOfNearness(
  options: NearMissOptions & { claimed: string; deployment: DeploymentFacts },
): Sign[] {
  const { deployment, claimed, entity, matched } = options;
  const { namespace } = deployment;
  const signs: Sign[] = [];
  const isBesideMatched = matched.some(
    other => other.deployment.namespace === namespace,
  );
  if (entity.claim.namespace === namespace || isBesideMatched) {
    signs.push({ id: 'same-namespace', namespace });
  }
  const names = [claimed, entity.name];
  if (names.includes(namespace)) {
    signs.push({ id: 'namespace-named-so', namespace });
  }
  return [...signs, ...signsOfRecommendedLabels(deployment, names)];
}

function signsOfRecommendedLabels(
  deployment: DeploymentFacts,
  names: readonly string[],
): Sign[] {
  return RECOMMENDED.filter(key => names.includes(deployment.labels[key])).map(
    key => ({ id: 'recommended-label', key, value: deployment.labels[key] }),
  );
}

/** No contract label at all: only a recommended label beside matched workloads says enough. */
function evidenceWithoutValue(
  options: NearMissOptions & { claimed: string; deployment: DeploymentFacts },
): Found | undefined {
  const { deployment, claimed, entity, matched } = options;
  const { cluster, namespace } = deployment;
  const isHere =
    entity.claim.namespace === namespace ||
    matched.some(
      other =>
        other.deployment.cluster === cluster &&
        other.deployment.namespace === namespace,
    );
  const signs = signsOfRecommendedLabels(deployment, [claimed]);
  return isHere && signs.length > 0
    ? {
        evidence: 'strong',
        signs: [...signs, { id: 'same-namespace', namespace }],
      }
    : undefined;
}

import { WorkloadFacts } from '../facts/WorkloadFacts';
import { revisionsOf } from '../match/descendantsOf';
import { Sign } from '../match/Sign';
import { matchesSelector } from '../selector/matchesSelector';
import { IntendedLabels, intendedLabelsOf } from './intendedLabelsOf';
import { isSomebodyElses } from './isSomebodyElses';
import { lossOf } from './lossOf';
import {
  differsByEnvironment,
  isTwin,
  Resemblance,
  resemblanceOf,
} from './resemblanceOf';
import { namesOf, pastIdsOf, Search } from './Search';
import {
  isBeside,
  releaseInCommon,
  signsOfApplication,
  signsOfNearness,
  signsOfPlace,
  signsOfRecommendedLabels,
  signsOfSameApplication,
} from './signsOfNearness';

/** How sure it is that a workload belongs to the entity, and by which signs. */
export interface Evidence {
  readonly evidence: 'exact' | 'strong';
  readonly signs: readonly Sign[];
}

/** One value that a level of the workload was meant to carry. */
interface Carried extends IntendedLabels {
  readonly value: string;
}

const NAME = 'app.kubernetes.io/name';

/**
 * What speaks for a workload, of which no level matches, belonging to the entity; undefined where it is
 * weak: a namespace, a prefix, a release in common, however many of these together.
 */
export function evidenceFor(
  workload: WorkloadFacts,
  search: Search,
): Evidence | undefined {
  const levels = intendedLabelsOf(workload);
  const before = signsOfThePast(workload, search);
  const elsewhere = levels.filter(level =>
    isSomebodyElses(level, workload, search),
  );
  // Levels that disagree are a mistake; all of them together are a hand-over.
  const isDivided =
    elsewhere.length < levels.length &&
    (before.length > 0 || levels.some(({ value }) => value === search.claimed));
  if (elsewhere.length > 0 && !isDivided) {
    return undefined;
  }
  if (before.length > 0) {
    return { evidence: 'exact', signs: before };
  }
  const found = evidenceOfLabels(workload, levels, search);
  return found?.evidence === 'strong' && wasSomebodyElses(workload, search)
    ? undefined
    : found;
}

function evidenceOfLabels(
  workload: WorkloadFacts,
  levels: readonly IntendedLabels[],
  search: Search,
): Evidence | undefined {
  const carried = levels.filter(
    (level): level is Carried => level.value !== undefined,
  );
  if (carried.length === 0) {
    return evidenceWithoutValue(workload, search);
  }
  const found = carried.flatMap(
    each => evidenceOfValue(each, workload, search) ?? [],
  );
  return found.find(({ evidence }) => evidence === 'exact') ?? found[0];
}

/** Whether another entity's claim found an earlier revision: what went astray belongs there. */
function wasSomebodyElses(
  workload: WorkloadFacts,
  { entity, catalog, facts }: Search,
): boolean {
  return revisionsOf(workload, facts).some(({ labels }) =>
    catalog
      .claimantsOf(labels, workload)
      .some(({ entityRef }) => entityRef !== entity.entityRef),
  );
}

/** Signs that a workload carried the claimed value once. */
export function signsOfThePast(
  workload: WorkloadFacts,
  { selector, facts, history }: Search,
): Sign[] {
  const loss = lossOf({ workload, selector, history });
  const hadIt = revisionsOf(workload, facts).some(
    revision =>
      matchesSelector(revision.labels, selector) ||
      matchesSelector(revision.facts.labels, selector),
  );
  return [
    ...(hadIt ? [{ id: 'earlier-revision-matched' } as const] : []),
    ...(loss ? [loss] : []),
  ];
}

function evidenceOfValue(
  carried: Carried,
  workload: WorkloadFacts,
  search: Search,
): Evidence | undefined {
  const { entity, claimed, catalog } = search;
  const { value, signs } = carried;
  if (value === claimed) {
    return { evidence: 'exact', signs };
  }
  if (pastIdsOf(search).includes(value)) {
    return {
      evidence: 'exact',
      signs: [...signs, { id: 'claim-had-it-before', value }],
    };
  }
  // Claimed by somebody, though not here: it is no slip of the pen.
  if (catalog.hasId(value)) {
    return undefined;
  }

  const resemblance = resemblanceOf(value, claimed);
  const fitsAnother = (
    kinds: readonly Resemblance[],
    ids = catalog.idsLike(value),
  ) =>
    [...ids].some(id => {
      const other = id !== claimed && resemblanceOf(value, id);
      return other && kinds.includes(other);
    });
  if (resemblance === 'spelling') {
    return fitsAnother(['spelling'], catalog.idsSpelledLike(value))
      ? undefined
      : {
          evidence: 'exact',
          signs: [...signs, { id: 'same-but-spelling', value }],
        };
  }

  const strong = (...others: readonly Sign[]): Evidence => ({
    evidence: 'strong',
    signs: [...signs, ...others, { id: 'nobody-claims-it', value }],
  });
  const namesakes = catalog
    .componentsNamed(entity.name)
    .filter(ref => ref !== entity.entityRef);
  if (value === entity.name && namesakes.length === 0) {
    return strong({ id: 'entity-name', value });
  }
  if (
    isOwnNameBesideThisClaimAlone(value, workload, search) &&
    !fitsAnother(['spelling', 'typo', 'plural'])
  ) {
    const { namespace } = workload;
    return strong(
      { id: 'own-name', value },
      { id: 'only-claim-in-namespace', namespace },
    );
  }
  if (differsByEnvironment(value, claimed)) {
    const together = signsOfSameApplication(workload, search);
    return together.length > 0
      ? strong({ id: 'nearly-the-same', value, how: 'affix' }, ...together)
      : undefined;
  }
  const near = resemblance ? signsOfNearness(workload, search) : [];
  return resemblance &&
    near.length > 0 &&
    !fitsAnother(['spelling', 'typo', 'plural', 'affix'])
    ? strong({ id: 'nearly-the-same', value, how: resemblance }, ...near)
    : undefined;
}

/**
 * The shape of Ticket 1 at all levels: somebody put the workload's own name where the service's
 * belongs, in a namespace where no other claim has anything.
 */
function isOwnNameBesideThisClaimAlone(
  value: string,
  workload: WorkloadFacts,
  search: Search,
): boolean {
  const { entity, matched, facts, catalog } = search;
  const firstWord = (name: string) => name.split('-')[0];
  // `svc-2` beside `svc-1`, or a staging twin, is named so on purpose.
  const sharesWord = namesOf(search)
    .filter(name => !isTwin(name, workload.name))
    .map(firstWord)
    .includes(firstWord(workload.name));
  if (
    value !== workload.name ||
    !sharesWord ||
    !matched.some(other => isBeside(workload, other))
  ) {
    return false;
  }
  return [...facts.workloadsIn(workload)].every(neighbour =>
    intendedLabelsOf(neighbour).every(({ labels }) =>
      catalog
        .claimantsOf(labels, neighbour)
        .every(({ entityRef }) => entityRef === entity.entityRef),
    ),
  );
}

/**
 * No contract label at all. A recommended label that names the claim says enough in a place of the
 * entity, and so does the entity itself by naming the Argo CD application. What comes with the release
 * of a matched workload under another name, as a chart's database does, was left out on purpose.
 */
function evidenceWithoutValue(
  workload: WorkloadFacts,
  search: Search,
): Evidence | undefined {
  const { claimed, matched } = search;
  const recommended = signsOfRecommendedLabels(workload.labels, [claimed]);
  const application = signsOfApplication(workload, search);
  // What others share on another cluster says nothing of this one.
  const place = signsOfPlace(workload, {
    ...search,
    matched: matched.filter(({ facts }) => facts.cluster === workload.cluster),
  });
  const ownName = workload.labels[NAME];
  const isNamedOtherwise =
    ownName !== undefined && !namesOf(search).includes(ownName);
  const isPartOfRelease =
    isNamedOtherwise &&
    (application.length > 0 || releaseInCommon(workload, search) !== undefined);
  if (isPartOfRelease) {
    return undefined;
  }
  if (recommended.length > 0 && place.length + application.length > 0) {
    return {
      evidence: 'strong',
      signs: [...recommended, ...application, ...place],
    };
  }
  return application.length > 0 &&
    releaseInCommon(workload, search) === undefined
    ? { evidence: 'strong', signs: [...application, ...place] }
    : undefined;
}

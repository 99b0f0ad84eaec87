import { Random } from '../fleet/createRandom';
import { Fleet } from '../fleet/Fleet';
import { refOf } from '../fleet/refOf';
import {
  ExpectedFinding,
  Mutated,
  Mutation,
  Target,
} from '../mutations/Mutation';

/** Breaks a fleet in one way, at a target that suits; undefined where none does. */
export function breakOnce(options: {
  fleet: Fleet;
  mutation: Mutation;
  random: Random;
}): Mutated | undefined {
  const { fleet, mutation, random } = options;
  for (const target of random.shuffled(targetsOf(fleet))) {
    const mutated = mutation.apply({ fleet, target, random });
    if (mutated) {
      return mutated;
    }
  }
  return undefined;
}

const ORDER: readonly Mutation['part'][] = ['claim', 'labels', 'health'];

/**
 * Breaks a fleet in two ways, on one workload where both can be done to it. What wins then:
 *
 * - A claim that is broken finds nothing, so it hides what is wrong with labels and pods.
 * - Of two changes of one level's labels the second wins.
 * - Of two causes why a workload does not run, the first stands: such a pair is done to two workloads.
 *   Causes that come together in real life, as a crash and a deadline, are mutations of their own.
 */
export function breakTwice(options: {
  fleet: Fleet;
  mutations: readonly [Mutation, Mutation];
  random: Random;
}): Mutated | undefined {
  const { fleet, random } = options;
  const [first, second] = [...options.mutations].sort(
    (a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part),
  );
  const targets = random.shuffled(targetsOf(fleet));
  for (const target of targets) {
    const once = first.apply({ fleet, target, random });
    if (once) {
      const others = targets.filter(other =>
        canBeCombined({ first, second, target, other }),
      );
      // The same workload is the harder case, so it is tried first.
      others.sort((a, b) => Number(b === target) - Number(a === target));
      for (const other of others) {
        const twice = second.apply({
          fleet: once.fleet,
          target: other,
          random,
        });
        if (twice) {
          return {
            fleet: twice.fleet,
            expected: combined({ first, second, once, twice }),
            hidden: [
              once,
              twice,
              second.apply({ fleet, target: other, random }),
            ]
              .flatMap(each => (each ? [each] : []))
              .flatMap(({ expected, hidden = [] }) => [...expected, ...hidden]),
          };
        }
      }
    }
  }
  return undefined;
}

/** Every workload that a claim finds, with that claim. */
function targetsOf(fleet: Fleet): Target[] {
  const workloads = new Map(
    fleet.workloads.map(workload => [workload.top.uid, workload]),
  );
  return fleet.services.flatMap(service =>
    service.workloads.flatMap(uid => {
      const workload = workloads.get(uid);
      return workload && service.term && service.claim === 'sound'
        ? [{ service, workload, term: service.term }]
        : [];
    }),
  );
}

function canBeCombined(options: {
  first: Mutation;
  second: Mutation;
  target: Target;
  other: Target;
}): boolean {
  const { first, second, target, other } = options;
  if (first.needsQuietNamespace || second.needsQuietNamespace) {
    return (
      refOf(target.service) !== refOf(other.service) &&
      target.workload.top.namespace !== other.workload.top.namespace
    );
  }
  if (first.part === 'claim' && second.part === 'claim') {
    return refOf(target.service) !== refOf(other.service);
  }
  const isSameWorkload = target.workload.top.uid === other.workload.top.uid;
  return (
    !isSameWorkload ||
    first.part !== 'labels' ||
    second.part !== 'labels' ||
    first.level === second.level
  );
}

function combined(options: {
  first: Mutation;
  second: Mutation;
  once: Mutated;
  twice: Mutated;
}): ExpectedFinding[] {
  const { first, second, once, twice } = options;
  const isReplaced = (expected: ExpectedFinding) =>
    first.part === second.part &&
    twice.expected.some(
      ({ entityRef, subject }) =>
        entityRef === expected.entityRef && subject === expected.subject,
    );
  return [
    ...once.expected.filter(expected => !isReplaced(expected)),
    ...twice.expected,
  ];
}

import { CatalogView } from '../claim/CatalogView';
import { CheckedEntity } from '../claim/ClaimedEntity';
import { Sign } from '../match/Sign';
import { createNamesLike, NameLike } from './namesLike';
import { LikelyEntity } from './UnclaimedReport';

/**
 * The entities that a value of the contract label may mean; several only where they are equally likely.
 *
 * @public
 */
export type LikelyEntities = (value: string) => readonly LikelyEntity[];

/**
 * Guesses entities by a value alone. Certain is only a Component of that name which makes no claim; what
 * merely looks alike is weak, and the evidence for one entity says more where there is any. A namespace in
 * common says nothing: a service that is not in the catalog yet has neighbours, too.
 *
 * @public
 */
export function createLikelyEntities(options: {
  entities: Iterable<CheckedEntity>;
  catalog: CatalogView;
}): LikelyEntities {
  const { catalog } = options;
  const byName = new Map<string, string[]>();
  const byAnyName = new Map<string, Set<string>>();
  for (const { kind, name, entityRef, claim, isOptedOut } of options.entities) {
    // An opted-out entity has nobody as its near miss, nor is one of these it.
    if (isOptedOut) {
      continue;
    }
    const isComponent = kind === 'component';
    if (isComponent) {
      byName.set(name, [...(byName.get(name) ?? []), entityRef]);
    }
    for (const each of [claim?.id, isComponent ? name : undefined]) {
      if (each !== undefined) {
        byAnyName.set(each, (byAnyName.get(each) ?? new Set()).add(entityRef));
      }
    }
  }
  const namesLike = createNamesLike(byAnyName.keys());

  return value => {
    const named = byName.get(value) ?? [];
    if (named.length > 0) {
      const isCertain =
        named.length === 1 && catalog.isUnclaimedComponent(named[0]);
      return named.map(entityRef => ({
        entityRef,
        evidence: isCertain ? 'exact' : 'weak',
        signs: [{ id: 'entity-name', value }],
      }));
    }
    const alike = namesLike(value);
    const best = alike.filter(({ how }) => how === alike[0].how);
    const signs = [signOf(value, best)].flatMap(sign => sign ?? []);
    const refs = new Set(
      best.flatMap(({ name }) => [...(byAnyName.get(name) ?? [])]),
    );
    return [...refs]
      .sort()
      .map(entityRef => ({ entityRef, evidence: 'weak', signs }));
  };
}

function signOf(value: string, [best]: readonly NameLike[]): Sign | undefined {
  switch (best?.how) {
    case undefined:
      return undefined;
    case 'spelling':
      return { id: 'same-but-spelling', value };
    case 'environment':
      return { id: 'nearly-the-same', value, how: 'affix' };
    default:
      return { id: 'nearly-the-same', value, how: best.how };
  }
}

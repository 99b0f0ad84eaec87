import {
  RELATION_API_PROVIDED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
} from '@backstage/catalog-model';
import { CheckedEntity } from '../claim/ClaimedEntity';
import { annotationOfClaim } from './annotationOfClaim';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineEntityRule } from './Rule';

/** The relation that leads from an entity to the Component that runs for it. */
const WAYS_TO_COMPONENT: Readonly<Record<string, string>> = {
  api: RELATION_API_PROVIDED_BY,
  system: RELATION_HAS_PART,
  resource: RELATION_DEPENDENCY_OF,
};

/**
 * The claim stands on the Component: that is where people look for the Kubernetes tab. Said only where
 * an entity's own relations lead to exactly one Component, and that one makes no claim. The reader sees
 * these relations with the entity, so the Component may be named.
 *
 * @public
 */
export const claimOnComponent = defineEntityRule({
  id: 'claim-on-component',
  description:
    'The annotation is on the Component, not only on its API, Resource or System.',
  verdict: 'contract',
  severities: ['info'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity, catalog }) {
    const { claim } = entity;
    const component = onlyComponentOf(entity);
    if (
      !claim ||
      component === undefined ||
      !catalog?.isUnclaimedComponent(component)
    ) {
      return undefined;
    }

    const { key, value } = annotationOfClaim(claim);
    return {
      rule: 'claim-on-component',
      ...claimFinding(entity, 'info'),
      message: {
        id: 'component-lacks-it',
        values: { key, value, problem: '', component },
      },
      fixes: [
        {
          ...editAnnotations(entity, { set: { [key]: value } }),
          entityRef: component,
        },
      ],
    };
  },
});

/** The one Component that an entity's relations lead to; undefined where there are none or several. */
function onlyComponentOf({
  kind,
  relations,
}: CheckedEntity): string | undefined {
  const way = Object.hasOwn(WAYS_TO_COMPONENT, kind)
    ? WAYS_TO_COMPONENT[kind]
    : undefined;
  const components = new Set(
    relations
      .filter(({ type }) => type === way)
      .map(({ targetRef }) => targetRef)
      .filter(ref => ref.startsWith('component:')),
  );
  const [component, ...others] = components;
  return others.length === 0 ? component : undefined;
}

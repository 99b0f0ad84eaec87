import { CheckedEntity } from '../claim/ClaimedEntity';
import { EditAnnotationsFix } from '../fix/Fix';
import { EntitySubject, Severity } from './Finding';

/** What all findings about a claim share, or about the lack of one. */
export function claimFinding(entity: CheckedEntity, severity: Severity) {
  const { entityRef, name } = entity;
  const subject: EntitySubject = { kind: 'Entity', entityRef, name };
  return {
    severity,
    subject,
    levels: [],
  } as const;
}

/** The fix that sets and removes annotations of an entity. */
export function editAnnotations(
  entity: CheckedEntity,
  change: Partial<Pick<EditAnnotationsFix, 'set' | 'remove'>>,
): EditAnnotationsFix {
  const { set = {}, remove = [] } = change;
  return {
    kind: 'edit-annotations',
    entityRef: entity.entityRef,
    set,
    remove,
  };
}

import {
  WorkloadKind,
  WrongLevel,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeList } from './describeList';

/** Where on a workload a label is wrong, in words, and how many places that is. */
export interface PlaceWords {
  readonly places: string;
  readonly count: number;
}

/**
 * The places of wrong levels: "StatefulSet and pod template". Running pods follow their template and
 * are not said apart from it.
 */
export function describePlaces(
  options: { levels: readonly WrongLevel[]; kind: WorkloadKind },
  t: Translate,
): PlaceWords {
  const { levels, kind } = options;
  const has = (level: WrongLevel['level']) =>
    levels.some(each => each.level === level);
  const places = [
    ...(has('object') ? [kind] : []),
    ...(has('job-template') ? [t('label.place.jobTemplate')] : []),
    ...(has('pod-template') || has('pods')
      ? [t('label.place.podTemplate')]
      : []),
  ];
  return { places: describeList(places, t), count: places.length };
}

/** True where nothing but the object itself is wrong: its row is missing, its template is right. */
export function isObjectAlone(levels: readonly WrongLevel[]): boolean {
  return levels.length > 0 && levels.every(({ level }) => level === 'object');
}

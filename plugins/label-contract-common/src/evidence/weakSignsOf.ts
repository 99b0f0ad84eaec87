import { WorkloadFacts } from '../facts/WorkloadFacts';
import { Sign } from '../match/Sign';
import { intendedLabelsOf } from './intendedLabelsOf';
import { isSomebodyElses } from './isSomebodyElses';
import { isTwin } from './resemblanceOf';
import { namesOf, Search } from './Search';
import { releaseInCommon, signsOfNearness } from './signsOfNearness';

/**
 * What speaks, however faintly, for an unlabelled workload belonging to the entity; empty where that is
 * no more than the namespace, which everybody there shares. A workload with a value of its own says where
 * it belongs, and twins are named alike on purpose.
 */
export function weakSignsOf(workload: WorkloadFacts, search: Search): Sign[] {
  const names = namesOf(search);
  const levels = intendedLabelsOf(workload);
  if (
    levels.some(
      level =>
        level.value !== undefined || isSomebodyElses(level, workload, search),
    ) ||
    names.some(name => isTwin(name, workload.name))
  ) {
    return [];
  }

  const near = signsOfNearness(workload, search);
  const telling: Sign[] = [
    ...near.filter(({ id }) => id !== 'same-namespace'),
    ...signsOfPrefix(workload, names),
    ...signsOfApp(workload, names),
    ...signsOfRelease(workload, search),
  ];
  return telling.length > 0
    ? [...telling, ...near.filter(({ id }) => id === 'same-namespace')]
    : [];
}

function signsOfPrefix(
  { name }: WorkloadFacts,
  names: readonly string[],
): Sign[] {
  const firstWord = (text: string) => text.split('-')[0];
  const prefix = firstWord(name);
  return names.map(firstWord).includes(prefix)
    ? [{ id: 'same-prefix', prefix }]
    : [];
}

function signsOfApp(
  { labels }: WorkloadFacts,
  names: readonly string[],
): Sign[] {
  return names.includes(labels.app)
    ? [{ id: 'app-label', value: labels.app }]
    : [];
}

function signsOfRelease(workload: WorkloadFacts, search: Search): Sign[] {
  const release = releaseInCommon(workload, search);
  return release === undefined ? [] : [{ id: 'same-release', release }];
}

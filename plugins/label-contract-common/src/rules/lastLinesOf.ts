import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { FactsView } from '../match/FactsView';

/** As many lines tell what a program died of, and fit on a screen. */
const MOST_LINES = 10;

/** One container, the pod that it is in, and where to look it up. */
export interface LogSource {
  readonly pod: PodFacts;
  readonly container: ContainerFacts;
  readonly facts: FactsView;
}

/** All lines that were read of a container's log, oldest first; undefined where none was read. */
export function linesOf({
  pod,
  container,
  facts,
}: LogSource): readonly string[] | undefined {
  const logs = facts.troubleOf(pod)?.logLines ?? {};
  return Object.hasOwn(logs, container.name) ? logs[container.name] : undefined;
}

/** The last ten of them. */
export function lastLinesOf(source: LogSource): readonly string[] | undefined {
  return linesOf(source)?.slice(-MOST_LINES);
}

import { WorkloadKind } from '../facts/WorkloadFacts';
import { PatchableLevel, RecreateWorkloadFix } from './Fix';
import { commandOf } from './quoteForShell';
import { resourceNameOf } from './resourceNameOf';

/**
 * The commands that make a workload anew with another selector. They are chained, so that nothing is
 * deleted before its successor is written to a file, and each stops the rest where it fails.
 */
export function renderRecreation(
  fix: RecreateWorkloadFix,
  tool: 'oc' | 'kubectl',
): string {
  const { workload, how, adopted } = fix;
  const { name } = workload;
  const resource = resourceNameOf(workload.kind);
  const place = ['-n', workload.namespace];
  const file = `${name}.json`;
  const patch = JSON.stringify(patchOfRecreation(fix));
  const successor = [
    commandOf(tool, 'get', resource, name, ...place, '-o', 'json'),
    commandOf(
      ...[tool, 'patch', '--local', '-f', '-', '--type=merge', '-p', patch],
      ...['-o', 'json'],
    ),
  ].join(' | ');

  return [
    `${successor} > ${commandOf(file)}`,
    commandOf(
      ...[tool, 'delete', resource, name, ...place],
      ...(how === 'orphan' ? ['--cascade=orphan'] : []),
    ),
    ...(adopted
      ? [
          commandOf(
            ...[tool, 'label', adopted.kind.toLowerCase(), ...adopted.names],
            ...Object.entries(adopted.labels).map(([key, value]) =>
              [key, value].join('='),
            ),
            ...['--overwrite', ...place],
          ),
        ]
      : []),
    commandOf(tool, 'create', '-f', file),
  ].join(' &&\n');
}

/** What only the API server writes: the successor is another object. */
const WRITTEN_BY_THE_SERVER = {
  uid: null,
  resourceVersion: null,
  generation: null,
  creationTimestamp: null,
};

function patchOfRecreation(fix: RecreateWorkloadFix) {
  const { workload, levels, key, value, selectBy } = fix;
  const selected = selectBy && { [selectBy.key]: selectBy.value };
  const labelsAt = (level: PatchableLevel) =>
    levels.includes(level) ? { [key]: value } : undefined;
  const labels = labelsAt('object');
  const templateLabels = { ...labelsAt('pod-template'), ...selected };
  const matchLabels = { [key]: null, ...selected };
  return {
    metadata: { ...WRITTEN_BY_THE_SERVER, ...(labels && { labels }) },
    spec: {
      selector: hasPlainSelector(workload.kind) ? matchLabels : { matchLabels },
      ...(Object.keys(templateLabels).length > 0 && {
        template: { metadata: { labels: templateLabels } },
      }),
    },
    status: null,
  };
}

/** A kind from before `matchLabels`, whose selector is the map itself. */
function hasPlainSelector(kind: WorkloadKind): boolean {
  return kind === 'ReplicationController';
}

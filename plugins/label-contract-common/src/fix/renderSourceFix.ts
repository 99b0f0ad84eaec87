import { EditSourceFix } from './Fix';
import { patchOfLevels } from './patchOfFix';
import { toYaml } from './toYaml';

/**
 * The part of a workload's manifest that has to stand in its source, as YAML: the label on each level
 * that lacks it. Where a template makes the manifest, this is what has to come out of it.
 *
 * @public
 */
export function renderSourceFix(fix: EditSourceFix): string {
  const { workload, levels, key, value } = fix;
  const { metadata, ...rest } = patchOfLevels({
    workload,
    levels,
    metadata: { labels: { [key]: value } },
  });
  return toYaml({
    kind: workload.kind,
    metadata: { name: workload.name, ...metadata },
    ...rest,
  });
}

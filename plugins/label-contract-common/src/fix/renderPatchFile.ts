import { RemoveLabelFix, SetLabelFix } from './Fix';
import { patchOfFix } from './patchOfFix';
import { toYaml } from './toYaml';

/**
 * The patch of a fix as the content of a file, for those who keep their patches:
 * `kubectl patch --type=merge --patch-file`.
 *
 * @public
 */
export function renderPatchFile(fix: SetLabelFix | RemoveLabelFix): string {
  return toYaml(patchOfFix(fix));
}

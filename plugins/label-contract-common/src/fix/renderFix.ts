import {
  GrantReadFix,
  LabelPodsFix,
  RecreateWorkloadFix,
  RemoveLabelFix,
  RollPodsFix,
  SetLabelFix,
} from './Fix';
import { patchOfFix } from './patchOfFix';
import { commandOf } from './quoteForShell';
import { renderRecreation } from './renderRecreation';
import { renderRole } from './renderRole';
import { resourceNameOf } from './resourceNameOf';

/**
 * Command-line tools that a fix is rendered for.
 *
 * @public
 */
export type FixTool = 'oc' | 'kubectl';

/**
 * Fixes that are carried out by commands in a cluster.
 *
 * @public
 */
export type CommandFix =
  | SetLabelFix
  | RemoveLabelFix
  | LabelPodsFix
  | RollPodsFix
  | RecreateWorkloadFix
  | GrantReadFix;

/** The plugin of kubectl that knows Rollouts; `kubectl rollout` does not. */
const ARGO_ROLLOUTS = ['kubectl', 'argo', 'rollouts'];

/**
 * The commands that carry out a fix, quoted for a POSIX shell: one, or one a line where it takes several.
 *
 * @public
 */
export function renderFix(fix: CommandFix, tool: FixTool): string {
  switch (fix.kind) {
    case 'set-label':
      return renderLines(renderPatch(fix, tool), renderPodLabels(fix, tool));
    case 'remove-label':
      return renderLines(renderPatch(fix, tool));
    case 'label-pods':
      return renderLines(renderPodLabels(fix, tool));
    case 'roll-pods':
      return renderRoll(fix, tool);
    case 'recreate-workload':
      return renderRecreation(fix, tool);
    case 'grant-read':
      // A quoted delimiter keeps the shell from reading anything in it, and each string is one line.
      return `${tool} apply -f - <<'EOF'\n${renderRole(fix)}\nEOF`;
    default:
      return fix satisfies never;
  }
}

function renderLines(...lines: readonly (string | undefined)[]): string {
  return lines.filter(line => line !== undefined).join('\n');
}

/**
 * One merge patch for all levels: a merge patch creates missing maps and needs no escaping of the key,
 * whereas a JSON patch `add` fails where the map does not exist; and custom resources take no other.
 */
function renderPatch(
  fix: SetLabelFix | RemoveLabelFix,
  tool: FixTool,
): string | undefined {
  const { kind, name, namespace } = fix.workload;
  return fix.levels.length === 0
    ? undefined
    : commandOf(
        ...[tool, 'patch', resourceNameOf(kind), name, '-n', namespace],
        ...['--type=merge', '-p', JSON.stringify(patchOfFix(fix))],
      );
}

function renderPodLabels(
  { workload, pods = [], key, value }: SetLabelFix | LabelPodsFix,
  tool: FixTool,
): string | undefined {
  return pods.length === 0
    ? undefined
    : commandOf(
        ...[tool, 'label', 'pod', ...pods, `${key}=${value}`],
        ...['--overwrite', '-n', workload.namespace],
      );
}

function renderRoll(fix: RollPodsFix, tool: FixTool): string {
  const { workload, how, pods } = fix;
  const { kind, name, namespace } = workload;
  const place = ['-n', namespace];
  switch (how) {
    case 'delete-pods':
      // One a line: each waits until its pod is gone, so that nobody deletes all at once by accident.
      return pods
        .map(pod => commandOf(tool, 'delete', 'pod', pod, ...place))
        .join('\n');
    case 'restart':
      if (kind === 'Rollout') {
        return commandOf(...ARGO_ROLLOUTS, 'restart', name, ...place);
      }
      return kind === 'DeploymentConfig'
        ? commandOf('oc', 'rollout', 'latest', `dc/${name}`, ...place)
        : commandOf(
            ...[tool, 'rollout', 'restart', resourceNameOf(kind), name],
            ...place,
          );
    case 'resume-rollout':
      if (kind === 'Rollout') {
        return commandOf(...ARGO_ROLLOUTS, 'promote', name, ...place);
      }
      return kind === 'DeploymentConfig'
        ? commandOf('oc', 'rollout', 'resume', `dc/${name}`, ...place)
        : commandOf(
            ...[tool, 'rollout', 'resume', resourceNameOf(kind), name],
            ...place,
          );
    default:
      return how satisfies never;
  }
}

import { PatchableLevel, RemoveLabelFix, SetLabelFix } from './Fix';

/**
 * The part of a merge patch that is about labels and annotations; `null` removes.
 *
 * @public
 */
export type MetadataPatch = {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string | null>>;
    readonly annotations?: Readonly<Record<string, string | null>>;
  };
};

/**
 * A merge patch (RFC 7396) of a workload's labels and annotations.
 *
 * @public
 */
export type MergePatch = MetadataPatch & {
  readonly spec?: {
    readonly template?: MetadataPatch;
    readonly jobTemplate?: MetadataPatch & {
      readonly spec?: { readonly template: MetadataPatch };
    };
    /** Of a DeploymentConfig. */
    readonly selector?: Readonly<Record<string, string>>;
  };
};

/**
 * The merge patch of a fix, as a value: one for all its levels.
 *
 * @public
 */
export function patchOfFix(fix: SetLabelFix | RemoveLabelFix): MergePatch {
  const patch = patchOfLevels({
    ...fix,
    metadata:
      fix.kind === 'set-label'
        ? { labels: { [fix.key]: fix.value } }
        : { [fix.under]: { [fix.key]: null } },
  });
  return fix.kind === 'set-label' && fix.isSelected
    ? {
        ...patch,
        spec: { ...patch.spec, selector: { [fix.key]: fix.value } },
      }
    : patch;
}

/** A merge patch that changes the metadata of some levels alike. */
export function patchOfLevels(options: {
  readonly workload: { readonly kind: string };
  readonly levels: readonly PatchableLevel[];
  readonly metadata: MetadataPatch['metadata'];
}): MergePatch {
  const { workload, levels, metadata } = options;
  const at = (level: PatchableLevel): MetadataPatch =>
    levels.includes(level) ? { metadata } : {};
  const template = at('pod-template');
  if (workload.kind === 'CronJob') {
    const jobTemplate = {
      ...at('job-template'),
      ...(template.metadata && { spec: { template } }),
    };
    return {
      ...at('object'),
      ...(Object.keys(jobTemplate).length > 0 && { spec: { jobTemplate } }),
    };
  }
  return { ...at('object'), ...(template.metadata && { spec: { template } }) };
}

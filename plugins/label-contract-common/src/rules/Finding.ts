import { CompanionFacts } from '../facts/CompanionFacts';
import { ClaimFinding } from './findings/ClaimFinding';
import { ClusterFinding } from './findings/ClusterFinding';
import { FindingOf } from './findings/FindingOf';
import { HealthFinding } from './findings/HealthFinding';

export * from './findings/FindingOf';
export * from './findings/ClaimFinding';
export * from './findings/HealthFinding';
export * from './findings/ClusterFinding';

/**
 * Values of the messages of label rules.
 *
 * @public
 */
export interface LabelMessageValues {
  readonly workload: string;
  readonly key: string;
  readonly is?: string;
  readonly shouldBe?: string;
  /** Running pods of the workload that the tab does not draw. */
  readonly hiddenPods: number;
  /** Between which moments the claimed value was lost, ISO 8601; undefined where nobody saw it. */
  readonly lost?: { readonly from: string; readonly to: string };
  /** Field manager that owns what is there now; undefined where Kubernetes records none. */
  readonly manager?: string;
}

/**
 * Values of the messages of `companions-labelled`.
 *
 * @public
 */
export interface CompanionsMessageValues {
  readonly workload: string;
  readonly key: string;
  readonly shouldBe: string;
  /** Those that do not carry the label, by kind and name. */
  readonly companions: readonly {
    readonly kind: CompanionFacts['kind'];
    readonly name: string;
  }[];
}

/**
 * A finding about one workload.
 *
 * @public
 */
export type WorkloadFinding =
  | HealthFinding
  | FindingOf<
      'label-matches-claim',
      'value-is-workload-name' | 'value-differs',
      LabelMessageValues
    >
  | FindingOf<
      'label-key-spelled',
      'nearly',
      LabelMessageValues & {
        /** The key that is there. */
        readonly misspelt: string;
      }
    >
  | FindingOf<'label-present', 'was-there' | 'missing', LabelMessageValues>
  | FindingOf<'label-on-pod-template', 'missing', LabelMessageValues>
  | FindingOf<'label-on-object', 'missing', LabelMessageValues>
  | FindingOf<
      'label-is-a-label',
      'is-an-annotation',
      LabelMessageValues & {
        /** Key of the annotation. */
        readonly annotation: string;
      }
    >
  | FindingOf<'label-on-every-cron-level', 'missing', LabelMessageValues>
  | FindingOf<'label-outside-selector', 'in-selector', LabelMessageValues>
  | FindingOf<
      'pods-follow-template',
      'paused' | 'deadline' | 'on-delete' | 'partition' | 'changed-by-hand',
      LabelMessageValues & {
        /** Running pods that carry another value than the template. */
        readonly pods: number;
      }
    >
  | FindingOf<'companions-labelled', 'missing', CompanionsMessageValues>;

/**
 * One rule that is not kept, with its cause, its owner and its fixes.
 *
 * @public
 */
export type Finding = ClaimFinding | WorkloadFinding;

/**
 * Ids of all rules that can make a finding.
 *
 * @public
 */
export type RuleId = Finding['rule'] | ClusterFinding['rule'];

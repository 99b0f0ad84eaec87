import {
  KUBERNETES_ID,
  LevelLabel,
  PodsLabel,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';

/** What stands at one level of a workload. */
export interface LevelWords {
  readonly matches: boolean;
  /** The label, or that there is none. */
  readonly text: string;
  /** False for words, which are not set as code. */
  readonly isLabel: boolean;
}

/** The label of one level. The key goes without saying where it is the contract label's own. */
export function describeLevelLabel(
  { matches, key, value }: LevelLabel,
  t: Translate,
): LevelWords {
  return value === undefined
    ? { matches, text: t('workloads.noLabel'), isLabel: false }
    : { matches, text: labelText(key, value), isLabel: true };
}

/** The labels of the running pods: the wrong ones, where there are any. */
export function describePodsLabel(
  options: { pods: PodsLabel; podTemplate: LevelLabel },
  t: Translate,
): LevelWords {
  const { pods, podTemplate } = options;
  if (pods.of === 0) {
    return { matches: true, text: t('workloads.noPods'), isLabel: false };
  }
  if (pods.matching === pods.of) {
    return podTemplate.matches
      ? describeLevelLabel(podTemplate, t)
      : {
          matches: true,
          text: t('workloads.readyOf', {
            ready: pods.matching,
            of: pods.of,
          }),
          isLabel: false,
        };
  }
  const [other] = pods.otherValues;
  return describeLevelLabel(
    { matches: false, key: podTemplate.key, value: other },
    t,
  );
}

function labelText(key: string, value: string): string {
  return key === KUBERNETES_ID ? value : `${key}=${value}`;
}

import {
  ClaimFinding,
  Finding,
  HealthFinding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeClaim } from './describeClaim';
import { describeHealth } from './describeHealth';
import { describeLabel, LabelFinding } from './describeLabel';
import { FindingWords } from './FindingWords';

/** The words of a finding. */
export function describeFinding(finding: Finding, t: Translate): FindingWords {
  if (isAboutEntity(finding)) {
    return describeClaim(finding, t);
  }
  return isAboutHealth(finding)
    ? describeHealth(finding, t)
    : describeLabel(finding, t);
}

function isAboutEntity(finding: Finding): finding is ClaimFinding {
  return finding.subject.kind === 'Entity';
}

function isAboutLabel(
  finding: Exclude<Finding, ClaimFinding>,
): finding is LabelFinding {
  switch (finding.rule) {
    case 'label-matches-claim':
    case 'label-key-spelled':
    case 'label-is-a-label':
    case 'label-present':
    case 'label-on-pod-template':
    case 'label-on-object':
    case 'label-on-every-cron-level':
    case 'label-outside-selector':
    case 'pods-follow-template':
    case 'companions-labelled':
      return true;
    case 'quota-suffices':
    case 'admission-accepts':
    case 'pods-schedulable':
    case 'node-serves-pods':
    case 'volumes-mount':
    case 'image-pullable':
    case 'configuration-exists':
    case 'dependency-exists':
    case 'init-containers-finish':
    case 'memory-suffices':
    case 'container-keeps-running':
    case 'job-completes':
    case 'probes-pass':
    case 'rollout-finishes':
      return false;
    default:
      return finding satisfies never;
  }
}

/** Tells findings about how a workload runs from those about its labels and its claim. */
export function isAboutHealth(finding: Finding): finding is HealthFinding {
  return !isAboutEntity(finding) && !isAboutLabel(finding);
}

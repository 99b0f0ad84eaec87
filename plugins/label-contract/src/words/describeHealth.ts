import { HealthFinding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeAdmission } from './describeAdmission';
import { describeConfiguration } from './describeConfiguration';
import { describeDependency } from './describeDependency';
import { describeEnd } from './describeEnd';
import { describeImage } from './describeImage';
import { describeJob } from './describeJob';
import { describeNode } from './describeNode';
import { describeVolume } from './describeVolume';
import { FindingWords } from './FindingWords';

/** A finding of one health rule. */
export type HealthFindingOf<Rule extends HealthFinding['rule']> = Extract<
  HealthFinding,
  { rule: Rule }
>;

/** The words of a finding about how a workload runs. */
export function describeHealth(
  finding: HealthFinding,
  t: Translate,
): FindingWords {
  const { namespace } = finding.subject;
  switch (finding.rule) {
    case 'quota-suffices': {
      const { workload, quota, words } = finding.message.values;
      return {
        title: t('health.quota.title', { workload }),
        sentence: quota
          ? t('health.quota.sentence', { quota, namespace })
          : t('health.quota.unnamed', { namespace }),
        quote: words,
      };
    }
    case 'admission-accepts':
      return {
        ...describeAdmission(finding, t),
        quote: finding.message.values.words,
      };
    case 'pods-schedulable': {
      const { workload, pods, words } = finding.message.values;
      return {
        title: t('health.unschedulable.title', { workload }),
        sentence: t('health.unschedulable.sentence', { count: pods }),
        quote: words,
      };
    }
    case 'node-serves-pods':
      return describeNode(finding, t);
    case 'volumes-mount':
      return describeVolume(finding, t);
    case 'image-pullable':
      return describeImage(finding, t);
    case 'configuration-exists':
      return describeConfiguration(finding, t);
    case 'dependency-exists':
      return describeDependency(finding, t);
    case 'job-completes':
      return describeJob(finding, t);
    case 'init-containers-finish': {
      const { workload, container, lines: log } = finding.message.values;
      return finding.message.id === 'keeps-failing'
        ? {
            title: t('health.init.failing', { workload, container }),
            sentence: t('health.init.failingSentence'),
            note: describeEnd(finding.message.values, t),
            log,
          }
        : {
            title: t('health.init.running', { workload, container }),
            sentence: t('health.init.runningSentence'),
            log,
          };
    }
    case 'memory-suffices': {
      const { workload, container, limit, restarts } = finding.message.values;
      return {
        title: t('health.memory.title', { workload }),
        sentence: limit
          ? t('health.memory.sentence', { container, limit })
          : t('health.memory.unlimited', { container }),
        note: t('crash.restarts', { count: restarts }),
      };
    }
    case 'container-keeps-running': {
      const { values } = finding.message;
      return {
        title: t('crash.title', { workload: values.workload }),
        sentence: t('crash.sentence', { container: values.container }),
        note: describeEnd(values, t),
        log: values.lines,
      };
    }
    case 'probes-pass': {
      const { workload, container, pods } = finding.message.values;
      return {
        title: t('health.probes.title', { workload }),
        sentence: t('health.probes.sentence', { container, count: pods }),
      };
    }
    case 'rollout-finishes': {
      const { workload, ready, of, reason } = finding.message.values;
      return {
        title: t('rollout.title', { workload }),
        sentence:
          finding.message.id === 'given-up'
            ? t('rollout.givenUp', { ready, count: of, reason })
            : t('rollout.sentence', { ready, count: of }),
      };
    }
    default:
      return finding satisfies never;
  }
}

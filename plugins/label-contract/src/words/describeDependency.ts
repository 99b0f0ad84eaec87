import { DependencyMessageValues } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeEnd } from './describeEnd';
import { HealthFindingOf } from './describeHealth';
import { describeList } from './describeList';
import { FindingWords } from './FindingWords';

/** The words where a container cannot reach what it depends on. */
export function describeDependency(
  { message }: HealthFindingOf<'dependency-exists'>,
  t: Translate,
): FindingWords {
  const { values } = message;
  const { workload, restarts, lines } = values;
  return {
    title:
      restarts > 0
        ? t('crash.title', { workload })
        : t('health.dependency.title', { workload, target: targetOf(values) }),
    sentence: sentenceOf(message, t),
    log: lines,
    note: restarts > 0 ? describeEnd(values, t) : undefined,
  };
}

function targetOf({ host, port }: DependencyMessageValues): string {
  return port === undefined ? host : `${host}:${port}`;
}

function sentenceOf(
  { id, values }: HealthFindingOf<'dependency-exists'>['message'],
  t: Translate,
): string {
  const { service, namespace, elsewhere = [] } = values;
  const target = targetOf(values);
  switch (id) {
    case 'service-missing':
      return t('health.dependency.missing', { target, service, namespace });
    case 'other-namespace':
      return t('health.dependency.elsewhere', {
        target,
        service,
        namespace,
        elsewhere: describeList(elsewhere, t),
      });
    case 'no-endpoints':
      return describeBehind(values, t);
    default:
      return id satisfies never;
  }
}

function describeBehind(values: DependencyMessageValues, t: Translate): string {
  const { service, namespace, behind } = values;
  const target = targetOf(values);
  if (!behind) {
    return t('health.dependency.noEndpoints', { target, service, namespace });
  }
  const named = { target, service, behind: `${behind.kind} ${behind.name}` };
  if (behind.failure) {
    const { rule } = behind.failure;
    return t('health.dependency.behindFails', { ...named, rule });
  }
  return behind.isIdle
    ? t('health.dependency.behindIdle', named)
    : t('health.dependency.behind', named);
}

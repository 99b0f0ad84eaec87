import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';
import { FindingWords } from './FindingWords';

/** The words where pods wait for a volume. */
export function describeVolume(
  { message }: HealthFindingOf<'volumes-mount'>,
  t: Translate,
): FindingWords {
  const { pods, words } = message.values;
  return {
    title: titleOf(message, t),
    sentence: t('health.volume.sentence', { count: pods }),
    quote: words,
  };
}

function titleOf(
  { id, values }: HealthFindingOf<'volumes-mount'>['message'],
  t: Translate,
): string {
  const { workload, volume, missing } = values;
  if (missing) {
    return t('health.volume.sourceMissing', { workload, ...missing });
  }
  switch (id) {
    case 'not-mounted':
    case 'source-missing':
      return volume
        ? t('health.volume.notMounted', { workload, volume })
        : t('health.volume.notMountedUnnamed', { workload });
    case 'not-attached':
      return volume
        ? t('health.volume.notAttached', { workload, volume })
        : t('health.volume.notAttachedUnnamed', { workload });
    case 'claim-unbound':
      return volume
        ? t('health.volume.unbound', { workload, volume })
        : t('health.volume.unboundUnnamed', { workload });
    default:
      return id satisfies never;
  }
}

import { Translate } from '../translation';
import { describeMoment } from './describeTime';

/** Since when a label is lost, and who wrote what is there now, as far as Kubernetes records it. */
export function describeLoss(
  values: {
    /** ISO 8601; undefined where nobody saw it. */
    readonly lost?: { readonly from: string; readonly to: string };
    /** A field manager. */
    readonly manager?: string;
  },
  t: Translate,
): string | undefined {
  const { lost, manager } = values;
  if (!lost) {
    return manager && t('label.lost.writtenBy', { manager });
  }
  const [from, to] = [describeMoment(lost.from, t), describeMoment(lost.to, t)];
  const when =
    from === to
      ? t('label.lost.at', { time: to })
      : t('label.lost.between', { from, to });
  return manager
    ? t('label.lost.by', { lost: when, manager })
    : t('label.lost.byNobody', { lost: when });
}

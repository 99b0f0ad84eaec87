import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import { describeFullTime } from '../../words/describeTime';

/** Props of {@link Time}. */
export interface TimeProps {
  /** As ISO 8601, where it is no date. */
  readonly time: Date | string;
  readonly className?: string;
  /** The moment in few words. */
  readonly children: ReactNode;
}

/** A moment in few words, with all of it for whoever points at it, and for machines. */
export function Time({ time, className, children }: TimeProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const date = new Date(time);
  return (
    <time
      className={className}
      dateTime={date.toISOString()}
      title={describeFullTime(date, t)}
    >
      {children}
    </time>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { Notice } from '../Notice/Notice';

/** Props of {@link NotFoundNotice}. */
export interface NotFoundNoticeProps {
  readonly entity: Entity;
}

/** The backend does not know the entity, or does not tell this reader about it. */
export function NotFoundNotice({ entity }: NotFoundNoticeProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Notice kind="not-found" title={t('notFound.title')}>
      <p>
        {t('notFound.sentence', {
          entity: <Code>{stringifyEntityRef(entity)}</Code>,
        })}
      </p>
    </Notice>
  );
}

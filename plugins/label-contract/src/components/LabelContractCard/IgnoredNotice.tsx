import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ANNOTATION_VIEW_URL, Entity } from '@backstage/catalog-model';
import { LABEL_CONTRACT } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { Notice } from '../Notice/Notice';

/** Props of {@link IgnoredNotice}. */
export interface IgnoredNoticeProps {
  readonly entity: Entity;
}

/** The entity is opted out: nothing is checked, so nothing is green. */
export function IgnoredNotice({ entity }: IgnoredNoticeProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const viewUrl = entity.metadata.annotations?.[ANNOTATION_VIEW_URL];
  return (
    <Notice kind="ignored" title={t('ignored.title')}>
      <p>
        {t('ignored.sentence', {
          annotation: <Code>{`${LABEL_CONTRACT}: ignore`}</Code>,
        })}
      </p>
      {viewUrl && (
        <p>
          <Link to={viewUrl} underline="always">
            {t('ignored.link')}
          </Link>
        </p>
      )}
    </Notice>
  );
}

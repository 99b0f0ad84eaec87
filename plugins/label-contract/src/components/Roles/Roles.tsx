import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Fix,
  renderRole,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { CopyBlock } from '../CopyBlock/CopyBlock';

/** Props of {@link Roles}. */
export interface RolesProps {
  readonly fixes: readonly Fix[];
}

/** What an account lacks, and nothing else, ready to copy. */
export function Roles({ fixes }: RolesProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <>
      {fixes
        .flatMap(fix => (fix.kind === 'grant-read' ? [renderRole(fix)] : []))
        .map(role => (
          <CopyBlock key={role} how={t('clusterRow.rule')} text={role} />
        ))}
    </>
  );
}

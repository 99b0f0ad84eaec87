import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import {
  EntityClaim,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { CopyBlock } from '../CopyBlock/CopyBlock';
import { DeployLink } from './DeployLink';
import { Explanation } from './Explanation';

// A service that is still being written need not run anywhere.
const EARLY_LIFECYCLES = ['development', 'experimental'];

function lifecycleOf(entity: Entity): string | undefined {
  const lifecycle = entity.spec?.lifecycle;
  return typeof lifecycle === 'string' ? lifecycle : undefined;
}

/** Props of {@link NotDeployedSection}. */
export interface NotDeployedSectionProps {
  readonly entity: Entity;
  readonly claim: EntityClaim | undefined;
}

/** Nothing carries the label yet: no alarm, the label to set, and a template that does it all. */
export function NotDeployedSection({ entity, claim }: NotDeployedSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const lifecycle = lifecycleOf(entity);
  return (
    <Explanation>
      <p>
        {t('notDeployed.sentence')}
        {lifecycle &&
          EARLY_LIFECYCLES.includes(lifecycle) &&
          ` ${t('notDeployed.expected', { lifecycle })}`}
      </p>
      {claim && (
        <CopyBlock
          how={t(claim.id ? 'notDeployed.how' : 'notDeployed.howSelector')}
          text={claim.id ? `${KUBERNETES_ID}: ${claim.id}` : claim.query}
        />
      )}
      <DeployLink serviceName={entity.metadata.name} />
    </Explanation>
  );
}

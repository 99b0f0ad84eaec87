import { Sign } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeLoss } from './describeLoss';

/** What speaks for a workload belonging to a service, as a person would say it. */
export function describeSign(sign: Sign, t: Translate): string {
  switch (sign.id) {
    case 'another-level-matches':
      return t('sign.anotherLevel');
    case 'earlier-revision-matched':
      return t('sign.earlierRevision');
    case 'same-but-spelling':
      return t('sign.sameButSpelling', { value: sign.value });
    case 'nearly-the-same':
      return describeResemblance(sign, t);
    case 'own-name':
      return t('sign.ownName', { value: sign.value });
    case 'entity-name':
      return t('sign.entityName', { value: sign.value });
    case 'key-misspelt':
      return t('sign.keyMisspelt', { key: sign.key });
    case 'only-claim-in-namespace':
      return t('sign.onlyClaim', { namespace: sign.namespace });
    case 'same-namespace':
      return t('sign.sameNamespace', { namespace: sign.namespace });
    case 'namespace-named-so':
      return t('sign.namespaceNamed', { namespace: sign.namespace });
    case 'recommended-label':
      return t('sign.recommended', { key: sign.key, value: sign.value });
    case 'nobody-claims-it':
      return t('sign.unclaimed', { value: sign.value });
    case 'carried-it-before': {
      const lost = describeLoss({ lost: sign.since, manager: sign.manager }, t);
      return t('sign.before', { lost: lost ?? '' });
    }
    case 'claim-had-it-before':
      return t('sign.claimBefore', { value: sign.value });
    case 'is-an-annotation':
      return t('sign.annotation', { key: sign.key });
    case 'workload-named-so':
      return t('sign.workloadNamed', { name: sign.name });
    case 'entity-names-application':
      return t('sign.entityApplication', { application: sign.application });
    case 'same-application':
      return t('sign.sameApplication', { application: sign.application });
    case 'same-release':
      return t('sign.sameRelease', { release: sign.release });
    case 'same-prefix':
      return t('sign.samePrefix', { prefix: sign.prefix });
    case 'app-label':
      return t('sign.appLabel', { value: sign.value });
    case 'outside-claimed-place':
      return t('sign.outsidePlace', {
        cluster: sign.cluster,
        namespace: sign.namespace,
      });
    default:
      return sign satisfies never;
  }
}

function describeResemblance(
  { how, value }: Extract<Sign, { id: 'nearly-the-same' }>,
  t: Translate,
): string {
  switch (how) {
    case 'typo':
      return t('sign.typo', { value });
    case 'plural':
      return t('sign.plural', { value });
    case 'affix':
      return t('sign.affix', { value });
    default:
      return how satisfies never;
  }
}

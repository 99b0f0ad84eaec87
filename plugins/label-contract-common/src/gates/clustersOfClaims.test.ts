import { KUBERNETES_CLUSTER } from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { clustersOfClaims } from './clustersOfClaims';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from './KubernetesTabSettings';

const onEast = anEntity('pay', { [KUBERNETES_CLUSTER]: 'prod-east' });
const nowhere = anEntity('pay', { [KUBERNETES_CLUSTER]: 'Prod-East' });

function clustersOf(
  entity: ReturnType<typeof anEntity>,
  settings: Partial<KubernetesTabSettings>,
  known = ['prod-east', 'prod-west'],
) {
  const all = { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...settings };
  return clustersOfClaims({ settings: all, known })(entity);
}

describe('clustersOfClaims', () => {
  it('narrows a claim as the Kubernetes plugin does', () => {
    const settings = { serviceLocator: 'singleTenant' } as const;

    expect(clustersOf(onEast, settings)).toEqual(['prod-east']);
    expect(clustersOf(nowhere, settings)).toEqual([]);
    expect(clustersOf(anEntity('pay'), settings)).toBeUndefined();
    expect(clustersOf(onEast, {})).toBeUndefined();
  });

  it('narrows nothing where nobody can tell', () => {
    const settings = {
      serviceLocator: 'singleTenant',
      hasUnlistedClusters: true,
    } as const;

    expect(clustersOf(nowhere, settings)).toBeUndefined();
    expect(clustersOf(nowhere, settings, [])).toBeUndefined();
  });
});

import { WorkloadKind } from '../facts/WorkloadFacts';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from './KubernetesTabSettings';
import { TAB_KINDS } from './tabKinds';
import { drawnOf, isAskedFor, kindsNotAskedFor } from './wayToTab';

function place(
  kind: WorkloadKind,
  settings: Partial<KubernetesTabSettings> = {},
) {
  return {
    kind,
    cluster: 'prod-east',
    settings: { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...settings },
  };
}
const asCustomResource = (...kinds: WorkloadKind[]) => ({
  customResources: kinds.map(kind => TAB_KINDS[kind]),
});

describe('with its own defaults the Kubernetes plugin', () => {
  it.each<[WorkloadKind, boolean, string]>([
    ['Deployment', true, 'row and pods'],
    ['StatefulSet', true, 'row and pods'],
    ['DaemonSet', true, 'row and pods'],
    ['CronJob', true, 'row and pods'],
    ['Rollout', false, 'row and pods'],
    ['DeploymentConfig', false, 'row'],
    ['Job', true, 'nothing'],
    ['ReplicaSet', true, 'nothing'],
    ['ReplicationController', false, 'nothing'],
    ['Pod', true, 'nothing'],
  ])('asks for a %s: %p, and draws %s', (kind, isAsked, drawn) => {
    const { row, pods } = drawnOf(place(kind));
    const words = row ? ['row', ...(pods ? ['pods'] : [])] : ['nothing'];

    expect(isAskedFor(place(kind))).toBe(isAsked);
    expect(words.join(' and ')).toBe(drawn);
  });
});

describe('as a custom resource', () => {
  it('a Rollout is drawn with its pods, and a DeploymentConfig without', () => {
    const settings = asCustomResource('Rollout', 'DeploymentConfig');

    expect(kindsNotAskedFor(place('Rollout', settings))).toEqual([]);
    expect(drawnOf(place('Rollout', settings)).pods).toBe(true);
    expect(kindsNotAskedFor(place('DeploymentConfig', settings))).toEqual([]);
    expect(drawnOf(place('DeploymentConfig', settings)).pods).toBe(false);
  });

  it('a Job gets a row, which it has not as an object type', () => {
    expect(drawnOf(place('Job', asCustomResource('Job'))).row).toBe(true);
  });

  it('a Deployment loses its pods, unless it is an object type too', () => {
    const custom = asCustomResource('Deployment');
    const only = { ...custom, objectTypes: ['pods', 'replicasets'] };

    expect(drawnOf(place('Deployment', custom)).pods).toBe(true);
    expect(drawnOf(place('Deployment', only))).toEqual({
      row: true,
      pods: false,
    });
  });

  it('Pods and ReplicaSets are no help to the rows of their owners', () => {
    const settings = {
      objectTypes: ['deployments'],
      ...asCustomResource('Pod', 'ReplicaSet'),
    };

    expect(kindsNotAskedFor(place('Deployment', settings))).toEqual([
      'ReplicaSet',
      'Pod',
    ]);
  });

  it('a cluster that has a list of its own is not asked for the others', () => {
    const settings = {
      ...asCustomResource('Rollout'),
      clusters: [
        {
          name: 'prod-east',
          authProvider: 'serviceAccount',
          customResources: [],
        },
      ],
    };

    expect(isAskedFor(place('Rollout', settings))).toBe(false);
    expect(
      isAskedFor({ ...place('Rollout', settings), cluster: 'prod-west' }),
    ).toBe(true);
  });
});

it('a CronJob needs Jobs and Pods, a StatefulSet only Pods', () => {
  const settings = { objectTypes: ['cronjobs', 'statefulsets'] };

  expect(kindsNotAskedFor(place('CronJob', settings))).toEqual(['Job', 'Pod']);
  expect(kindsNotAskedFor(place('StatefulSet', settings))).toEqual(['Pod']);
});

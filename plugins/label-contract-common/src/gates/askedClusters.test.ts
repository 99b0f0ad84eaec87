import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_CLUSTER } from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { askedClusters } from './askedClusters';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from './KubernetesTabSettings';

const known = ['prod-east', 'Prod-1'];
const on = (cluster: string) =>
  anEntity('pay', { [KUBERNETES_CLUSTER]: cluster });

/** An entity that depends on what the refs name. */
function dependingOn(...refs: string[]): Entity {
  return {
    ...anEntity('pay'),
    relations: refs.map(targetRef => ({ type: 'dependsOn', targetRef })),
  };
}

function ask(
  entity: Entity,
  settings: Partial<KubernetesTabSettings> = {},
  clusters: readonly string[] = known,
) {
  return askedClusters({
    entity,
    settings: { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...settings },
    known: clusters,
  });
}

describe('askedClusters', () => {
  it('are all of them with multiTenant, whatever the annotation says', () => {
    expect(ask(anEntity('pay'))).toEqual({
      clusters: known,
      choice: { id: 'all', values: { clusters: known, ignored: undefined } },
    });
    expect(ask(on('prod-west'))).toEqual({
      clusters: known,
      choice: { id: 'all', values: { clusters: known, ignored: 'prod-west' } },
    });
  });

  it('are none where none is configured', () => {
    expect(ask(anEntity('pay'), {}, [])).toEqual({
      clusters: [],
      choice: { id: 'none-configured', values: {} },
    });
  });

  describe('with singleTenant', () => {
    const settings = { serviceLocator: 'singleTenant' } as const;

    it.each([[anEntity('pay')], [on('')]])(
      'are all of them without the annotation, or with an empty one',
      entity => {
        expect(ask(entity, settings).clusters).toEqual(known);
      },
    );

    it('are the one that the annotation names', () => {
      expect(ask(on('Prod-1'), settings)).toEqual({
        clusters: ['Prod-1'],
        choice: { id: 'chosen', values: { clusters: ['Prod-1'] } },
      });
    });

    it.each([
      ['prod-1', ['Prod-1']],
      ['prod-west', []],
      ['prod-east,Prod-1', []],
      [' prod-east', []],
    ])('are none for %p, which is no name of a cluster', (value, nearly) => {
      expect(ask(on(value), settings)).toEqual({
        clusters: [],
        choice: {
          id: 'annotation-names-none',
          values: { value, known, nearly },
        },
      });
    });

    it('may be among those that only the Kubernetes plugin knows', () => {
      const unlisted = {
        ...settings,
        clusters: [{ name: 'prod-east', authProvider: 'serviceAccount' }],
        hasUnlistedClusters: true,
      };
      const clusters = ['prod-east', 'gke (locator 2)'];
      expect(ask(on('gke-1'), unlisted, clusters)).toEqual({
        clusters: ['gke (locator 2)'],
        choice: {
          id: 'not-listed',
          values: { clusters: ['gke (locator 2)'] },
        },
      });
      expect(ask(on('prod-east'), unlisted, clusters).clusters).toEqual([
        'prod-east',
      ]);
    });
  });

  describe('with catalogRelation', () => {
    const settings = { serviceLocator: 'catalogRelation' } as const;

    it('are those that the entity depends on', () => {
      const entity = dependingOn(
        'resource:default/prod-east',
        'component:default/prod-east',
        'resource:default/database',
      );
      expect(ask(entity, settings)).toEqual({
        clusters: ['prod-east'],
        choice: { id: 'chosen', values: { clusters: ['prod-east'] } },
      });
    });

    it('ignores the cluster annotation', () => {
      expect(ask(on('prod-east'), settings).clusters).toEqual([]);
    });

    it('are never one whose name has upper case, as relations have none', () => {
      expect(ask(dependingOn('resource:default/prod-1'), settings)).toEqual({
        clusters: [],
        choice: {
          id: 'relations-name-none',
          values: { known, nearly: ['Prod-1'] },
        },
      });
    });

    it('are none of another catalog namespace', () => {
      const entity = dependingOn('resource:infra/prod-east');
      expect(ask(entity, settings)).toEqual({
        clusters: [],
        choice: {
          id: 'relations-elsewhere',
          values: {
            known,
            refs: ['resource:infra/prod-east'],
            namespace: 'default',
          },
        },
      });
      const inside = {
        ...entity,
        metadata: { ...entity.metadata, namespace: 'infra' },
      };
      expect(ask(inside, settings).clusters).toEqual(['prod-east']);
    });

    it.each([
      ['no relations at all', anEntity('pay')],
      ['another Resource', dependingOn('resource:default/database')],
      [
        'another relation',
        {
          ...anEntity('pay'),
          relations: [
            { type: 'partOf', targetRef: 'resource:default/prod-east' },
          ],
        },
      ],
    ])('are none with %s', (_, entity) => {
      expect(ask(entity, settings)).toEqual({
        clusters: [],
        choice: { id: 'relations-name-none', values: { known, nearly: [] } },
      });
    });
  });
});

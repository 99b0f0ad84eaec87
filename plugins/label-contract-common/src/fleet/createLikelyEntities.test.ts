import { Entity } from '@backstage/catalog-model';
import { LABEL_CONTRACT } from '../annotations';
import { createCatalogView } from '../claim/CatalogView';
import { checkedEntity } from '../claim/ClaimedEntity';
import { anEntity } from '../testUtils/anEntity';
import { labelled } from '../testUtils/someFacts';
import { createLikelyEntities } from './createLikelyEntities';

function likelyAmong(...entities: Entity[]) {
  return createLikelyEntities({
    entities: entities.map(checkedEntity),
    catalog: createCatalogView(entities),
  });
}

const inNamespace = (entity: Entity, namespace: string): Entity => ({
  ...entity,
  metadata: { ...entity.metadata, namespace },
});

describe('createLikelyEntities', () => {
  it('is sure of the one Component of that name that makes no claim', () => {
    expect(likelyAmong(anEntity('ci-runner', {}))('ci-runner')).toEqual([
      {
        entityRef: 'component:default/ci-runner',
        evidence: 'exact',
        signs: [{ id: 'entity-name', value: 'ci-runner' }],
      },
    ]);
  });

  it.each<[string, Entity[]]>([
    [
      'several bear the name',
      [anEntity('pay', {}), inNamespace(anEntity('pay', {}), 'staging')],
    ],
    ['it claims something else', [anEntity('pay', labelled('payments'))]],
  ])('is not sure where %s', (_, entities) => {
    const likely = likelyAmong(...entities)('pay');
    expect(likely).toHaveLength(entities.length);
    expect(likely.map(({ evidence }) => evidence)).toEqual(
      entities.map(() => 'weak'),
    );
  });

  it('takes what looks alike for a weak sign', () => {
    const likely = likelyAmong(anEntity('report-builder'), anEntity('other'));
    expect(likely('report_builder')).toEqual([
      {
        entityRef: 'component:default/report-builder',
        evidence: 'weak',
        signs: [{ id: 'same-but-spelling', value: 'report_builder' }],
      },
    ]);
    expect(likely('report-builder-staging')).toMatchObject([
      { evidence: 'weak', signs: [{ id: 'nearly-the-same', how: 'affix' }] },
    ]);
  });

  it('looks at what is claimed as at names', () => {
    const likely = likelyAmong(anEntity('money', labelled('payments')));
    expect(likely('paymens')).toMatchObject([
      { entityRef: 'component:default/money' },
    ]);
  });

  it('gives several where they are equally likely, and only those', () => {
    expect(
      likelyAmong(anEntity('web-shop'), anEntity('web-shop-api'))('web-shxp'),
    ).toMatchObject([{ entityRef: 'component:default/web-shop' }]);
    expect(
      likelyAmong(anEntity('web-shop'), anEntity('web-ship'))('web-shap'),
    ).toMatchObject([
      { entityRef: 'component:default/web-ship', evidence: 'weak' },
      { entityRef: 'component:default/web-shop', evidence: 'weak' },
    ]);
  });

  it('names nobody where nothing is like it, nor who opted out', () => {
    const likely = likelyAmong(
      anEntity('payments'),
      anEntity('legacy', { [LABEL_CONTRACT]: 'ignore' }),
    );
    expect(likely('demo')).toEqual([]);
    expect(likely('legacy')).toEqual([]);
  });
});

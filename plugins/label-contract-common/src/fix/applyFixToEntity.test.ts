import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { applyFixToEntity } from './applyFixToEntity';
import { EditAnnotationsFix } from './Fix';

const entity = anEntity('payments', {
  [KUBERNETES_ID]: 'a,b',
  'example.com/kept': 'yes',
});
const fix: EditAnnotationsFix = {
  kind: 'edit-annotations',
  entityRef: 'component:default/payments',
  set: { [KUBERNETES_LABEL_SELECTOR]: 'app in (a, b)' },
  remove: [KUBERNETES_ID],
};

describe('applyFixToEntity', () => {
  it('sets and removes annotations, and keeps the others', () => {
    expect(applyFixToEntity(fix, entity).metadata.annotations).toEqual({
      [KUBERNETES_LABEL_SELECTOR]: 'app in (a, b)',
      'example.com/kept': 'yes',
    });
  });

  it('leaves another entity as it is', () => {
    const other = anEntity('inventory');
    expect(applyFixToEntity(fix, other)).toBe(other);
  });
});

import { HostPlace, placeOfHost } from './placeOfHost';

const shop = {
  namespace: 'shop',
  namespaces: new Set(['shop', 'inventory-team', 'backstage']),
  clusterIps: new Set(['10.96.0.20', 'fd00::20']),
  podName: 'web-7f9c-abcde',
};

const inventory: HostPlace = {
  kind: 'service',
  namespace: 'inventory-team',
  name: 'postgres',
};

describe('placeOfHost', () => {
  it.each<[string, HostPlace]>([
    ['postgres', { kind: 'service', namespace: 'shop', name: 'postgres' }],
    ['postgres.inventory-team', inventory],
    ['postgres.inventory-team.svc', inventory],
    ['postgres.inventory-team.svc.cluster.local', inventory],
    ['postgres.inventory-team.svc.cluster.local.', inventory],
    ['Postgres.Inventory-Team.svc.company.internal', inventory],
    ['postgres-0.postgres.inventory-team', inventory],
    ['postgres-0.postgres.inventory-team.svc', inventory],
    ['db-a.postgres.inventory-team.svc.cluster.local', inventory],
    ['10.96.0.20', { kind: 'cluster-ip', ip: '10.96.0.20' }],
    ['[fd00:0:0:0:0:0:0:20]', { kind: 'cluster-ip', ip: 'fd00::20' }],
    ['10.96.0.21', { kind: 'outside' }],
    ['postgres.example.com', { kind: 'outside' }],
    ['example.com', { kind: 'outside' }],
    ['db.postgres.inventory-team', { kind: 'outside' }],
    ['postgres.inventry-team.svc', { kind: 'outside' }],
    ['10-0-0-1.inventory-team.pod.cluster.local', { kind: 'outside' }],
    ['postgres.inventory-team.svc.clusterset.local', { kind: 'outside' }],
    ['my_db', { kind: 'outside' }],
    ['', { kind: 'outside' }],
    ['localhost', { kind: 'own-pod' }],
    ['127.0.0.1', { kind: 'own-pod' }],
    ['0.0.0.0', { kind: 'own-pod' }],
    ['[0:0:0:0:0:0:0:1]', { kind: 'own-pod' }],
    ['::ffff:127.0.0.1', { kind: 'own-pod' }],
    ['web-7f9c-abcde', { kind: 'own-pod' }],
  ])('places %j', (host, place) => {
    expect(placeOfHost(host, shop)).toEqual(place);
  });

  it('knows no cluster IP where none is given', () => {
    expect(
      placeOfHost('10.96.0.20', { namespace: 'a', namespaces: new Set() }),
    ).toEqual({ kind: 'outside' });
  });
});

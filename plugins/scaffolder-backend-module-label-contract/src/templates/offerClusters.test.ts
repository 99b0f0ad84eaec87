import { offerClusters } from './offerClusters';

const field = {
  title: 'Cluster',
  type: 'string',
  'ui:widget': 'hidden',
  'ui:options': { choices: 'kubernetes-clusters' },
};
const pages = [
  {
    title: 'About the service',
    required: ['name'],
    properties: { name: { type: 'string' }, cluster: field },
  },
];
const east = { name: 'prod-east', title: 'Production, east' };
const west = { name: 'prod-west' };

describe('offerClusters', () => {
  it('shows the field with the clusters, and needs one to be chosen', () => {
    expect(offerClusters(pages, [east, west])).toEqual([
      {
        title: 'About the service',
        required: ['name', 'cluster'],
        properties: {
          name: { type: 'string' },
          cluster: {
            title: 'Cluster',
            type: 'string',
            'ui:options': { choices: 'kubernetes-clusters' },
            enum: ['prod-east', 'prod-west'],
            enumNames: ['Production, east', 'prod-west'],
          },
        },
      },
    ]);
  });

  it('leaves it hidden where there is nothing to choose', () => {
    expect(offerClusters(pages, [east])).toEqual(pages);
    expect(offerClusters(pages, [])).toEqual(pages);
  });

  it('finds the field on a single page, and in what depends on another field', () => {
    const nested = {
      dependencies: { more: { oneOf: [{ properties: { cluster: field } }] } },
    };
    expect(offerClusters(nested, [east, west])).toMatchObject({
      dependencies: {
        more: {
          oneOf: [
            {
              required: ['cluster'],
              properties: { cluster: { enum: ['prod-east', 'prod-west'] } },
            },
          ],
        },
      },
    });
  });

  it.each([
    undefined,
    'text',
    [null, 3],
    { properties: [] },
    { properties: { cluster: null } },
    { properties: { cluster: { 'ui:options': 'clusters' } } },
  ])('leaves what it does not know as it is: %j', parameters => {
    expect(offerClusters(parameters, [east, west])).toEqual(parameters);
  });
});

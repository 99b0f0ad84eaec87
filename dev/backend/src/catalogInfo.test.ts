import {
  componentEntityV1alpha1Validator,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  KindValidator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const entities = readLocation(
  resolve(__dirname, '../../../catalog-info/all.yaml'),
);

describe('the catalog of the workshop', () => {
  it.each(entities.map(entity => [stringifyEntityRef(entity), entity]))(
    'holds a legal %s',
    async (_ref, entity) => {
      const policies = EntityPolicies.allOf([
        new SchemaValidEntityPolicy(),
        new NoForeignRootFieldsEntityPolicy(),
        new FieldFormatEntityPolicy(),
      ]);
      await expect(policies.enforce(entity)).resolves.toEqual(entity);
      await expect(validatorOf(entity).check(entity)).resolves.toBe(true);
    },
  );

  it('says nothing twice', () => {
    const refs = entities.map(stringifyEntityRef);
    expect(refs).toEqual([...new Set(refs)]);
  });

  it('refers only to what it holds', () => {
    const known = new Set(entities.map(stringifyEntityRef));
    const missing = entities
      .flatMap(referencesOf)
      .filter(reference => !known.has(reference));
    expect(missing).toEqual([]);
    expect(entities.flatMap(referencesOf).length).toBeGreaterThan(15);
  });

  it('has the six services, the four teams and a guest who is in one', () => {
    expect(namesOf('Component')).toEqual([
      'central-alerts',
      'inventory-system',
      'oadp-app',
      'order-tracker',
      'payments-platform',
      'weather-app',
    ]);
    expect(namesOf('Group')).toEqual([
      'inventory-team',
      'ops-team',
      'payments-team',
      'platform-team',
    ]);
    expect(
      entities.find(entity => entity.kind === 'User')?.spec?.memberOf,
    ).toEqual(['platform-team']);
  });

  it('gives every service a claim: its own name', () => {
    const components = entities.filter(({ kind }) => kind === 'Component');
    for (const { metadata } of components) {
      expect(metadata.annotations).toEqual({
        'backstage.io/kubernetes-id': metadata.name,
      });
    }
  });

  it('shows owners by the names that people type', () => {
    const groups = entities.filter(({ kind }) => kind === 'Group');
    for (const { metadata, spec } of groups) {
      expect([metadata.title, spec?.profile]).toEqual([undefined, undefined]);
    }
  });
});

describe('the three questions of the workshop', () => {
  it('owner: all that the payments team runs', () => {
    expect(
      servicesWhere(({ spec }) => spec?.owner === 'payments-team'),
    ).toEqual(['payments-platform']);
  });

  it('tag: what is in PCI audit scope', () => {
    expect(
      servicesWhere(({ metadata }) => metadata.tags?.includes('pci') ?? false),
    ).toEqual(['payments-platform']);
  });

  it('lifecycle: the only service not yet in production', () => {
    expect(
      servicesWhere(({ spec }) => spec?.lifecycle === 'development'),
    ).toEqual(['order-tracker']);
    expect(
      servicesWhere(({ spec }) => spec?.lifecycle === 'production'),
    ).toHaveLength(5);
  });
});

describe('the template Deploy a New Service', () => {
  const template = entities.find(({ kind }) => kind === 'Template');

  it('has the title, the fields and the steps of the workshop', () => {
    expect(template).toMatchObject({
      metadata: { title: 'Deploy a New Service' },
      spec: {
        parameters: [
          {
            properties: {
              serviceName: { title: 'Service Name' },
              teamName: { title: 'Team Name' },
              description: { title: 'Description' },
              lifecycle: { title: 'Lifecycle' },
            },
          },
        ],
        steps: [
          { name: 'Create OpenShift Namespace' },
          { name: 'Deploy API Service' },
          { name: 'Deploy Worker Service' },
          { name: 'Log Result' },
        ],
      },
    });
  });

  it.each([
    ['serviceName', 'order-tracker', true],
    ['serviceName', 'a', true],
    ['serviceName', 'a'.repeat(56), true],
    ['serviceName', 'a'.repeat(57), false],
    ['serviceName', 'Order-Tracker', false],
    ['serviceName', 'order_tracker', false],
    ['serviceName', 'order tracker', false],
    ['serviceName', '4711-orders', false],
    ['serviceName', 'order-', false],
    ['serviceName', '', false],
    ['teamName', 'inventory-team', true],
    ['teamName', 'group:default/inventory-team', true],
    ['teamName', 'user:default/guest', false],
    ['teamName', 'inventory team', false],
  ])('%s %j: legal is %s', (field, value, isLegal) => {
    expect(patternOf(field).test(value)).toBe(isLegal);
  });

  it('says in words what a refused field allows', () => {
    expect(template?.spec?.parameters).toEqual([
      expect.objectContaining({
        errorMessage: {
          properties: {
            serviceName: expect.stringContaining('lower-case letters'),
            teamName: expect.stringContaining('inventory-team'),
          },
        },
      }),
    ]);
  });

  function patternOf(field: string): RegExp {
    const found = JSON.stringify(template?.spec?.parameters);
    const [{ properties }] = JSON.parse(found);
    return new RegExp(properties[field].pattern, 'u');
  }
});

/** Reads a file as the catalog would, with all that its Locations point to. */
function readLocation(file: string): Entity[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
    const entity: Entity = document.toJS();
    const targets = entity.kind === 'Location' ? entity.spec?.targets : [];
    return [
      entity,
      ...[targets]
        .flat()
        .flatMap(target =>
          readLocation(resolve(dirname(file), String(target))),
        ),
    ];
  });
}

function validatorOf({ kind }: Entity): KindValidator {
  const validators: Record<string, KindValidator> = {
    Component: componentEntityV1alpha1Validator,
    Group: groupEntityV1alpha1Validator,
    Location: locationEntityV1alpha1Validator,
    System: systemEntityV1alpha1Validator,
    Template: templateEntityV1beta3Validator,
    User: userEntityV1alpha1Validator,
  };
  return validators[kind];
}

function referencesOf({ spec = {} }: Entity): string[] {
  const kinds = {
    owner: 'group',
    memberOf: 'group',
    parent: 'group',
    children: 'group',
    system: 'system',
    dependsOn: 'component',
  };
  return Object.entries(kinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []].flat().map(value =>
      stringifyEntityRef(
        parseEntityRef(String(value), {
          defaultKind,
          defaultNamespace: 'default',
        }),
      ),
    ),
  );
}

function namesOf(kind: string): string[] {
  return entities
    .filter(entity => entity.kind === kind)
    .map(({ metadata }) => metadata.name)
    .sort();
}

function servicesWhere(isMeant: (entity: Entity) => boolean): string[] {
  return entities
    .filter(entity => entity.kind === 'Component' && isMeant(entity))
    .map(({ metadata }) => metadata.name);
}

/** Where OpenShift puts the hosts that it makes up. */
export const APPS_DOMAIN = 'apps.example.com';

const RULE = {
  apiGroups: ['route.openshift.io'],
  apiVersions: ['v1'],
  resources: ['routes'],
};

const text = { type: 'string' };

const routeSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['to'],
      properties: {
        host: text,
        to: {
          type: 'object',
          properties: {
            kind: text,
            name: text,
            weight: { type: 'integer', default: 100 },
          },
        },
        port: {
          type: 'object',
          properties: { targetPort: { 'x-kubernetes-int-or-string': true } },
        },
        tls: {
          type: 'object',
          properties: {
            termination: text,
            insecureEdgeTerminationPolicy: text,
          },
        },
        wildcardPolicy: { type: 'string', default: 'None' },
      },
    },
    status: {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    },
  },
};

/**
 * The kind Route as OpenShift has it, as far as the actions write it: with what its API server fills in, and
 * its rule that a host of one's own takes the right `create` on `routes/custom-host`.
 */
export function openShiftRoutes(): object[] {
  return [
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'routes.route.openshift.io' },
      spec: {
        group: 'route.openshift.io',
        scope: 'Namespaced',
        names: { plural: 'routes', singular: 'route', kind: 'Route' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            subresources: { status: {} },
            schema: { openAPIV3Schema: routeSchema },
          },
        ],
      },
    },
    ...policy('Mutating', 'routes-get-a-host', {
      matchConstraints: constraintsOf('CREATE'),
      reinvocationPolicy: 'Never',
      matchConditions: [
        { name: 'no-host', expression: '!has(object.spec.host)' },
      ],
      mutations: [
        {
          patchType: 'ApplyConfiguration',
          applyConfiguration: {
            expression: `Object{spec: Object.spec{host: object.metadata.name + '-' + request.namespace + '.${APPS_DOMAIN}'}}`,
          },
        },
      ],
    }),
    ...policy('Validating', 'routes-custom-host', {
      matchConstraints: constraintsOf('CREATE', 'UPDATE'),
      validations: [
        {
          expression: `object.spec.host.endsWith('.${APPS_DOMAIN}') || authorizer.group('route.openshift.io').resource('routes').subresource('custom-host').namespace(request.namespace).check('create').allowed()`,
          message:
            'spec.host: Forbidden: you do not have permission to set the host field of the route',
        },
      ],
    }),
  ];
}

function constraintsOf(...operations: string[]) {
  return { resourceRules: [{ ...RULE, operations }] };
}

function policy(
  sort: 'Mutating' | 'Validating',
  name: string,
  spec: object,
): object[] {
  const apiVersion = 'admissionregistration.k8s.io/v1';
  return [
    {
      apiVersion,
      kind: `${sort}AdmissionPolicy`,
      metadata: { name },
      spec: { failurePolicy: 'Fail', ...spec },
    },
    {
      apiVersion,
      kind: `${sort}AdmissionPolicyBinding`,
      metadata: { name },
      spec: {
        policyName: name,
        ...(sort === 'Validating' && { validationActions: ['Deny'] }),
      },
    },
  ];
}

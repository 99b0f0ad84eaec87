import { internal } from '@backstage/backend-openapi-utils';
import {
  AS_OF_HEADER,
  CLUSTERS_PATH,
  FLEET_LIMIT,
  FLEET_PATH,
  UNCLAIMED_PATH,
} from '@portal-operations/plugin-label-contract-common';
import {
  ACTING_DESKS,
  CONTRACT_STATES,
  FLEET_SORTS,
  HEALTH_STATES,
  ORDERS,
} from '../parseFleetRequest';
import { MOST_CHARACTERS, MOST_VALUES } from '../parseQuery';
import { entitySchemas } from './entitySchemas';
import { fleetSchemas } from './fleetSchemas';
import { oneOf, ref, Schema, text } from './schema';
import { sharedSchemas } from './sharedSchemas';

type Parameter = internal.ImmutableParameterObject;
type Response = internal.ImmutableResponseObject;

const someText: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: MOST_CHARACTERS,
};

/** A key that may stand there once. */
function once(name: string, description: string, schema: Schema): Parameter {
  return {
    name,
    in: 'query',
    description,
    schema,
    // An entity ref has a colon and a slash, which need no encoding in a query (RFC 3986, 3.4).
    allowReserved: true,
  };
}

/** A key that is repeated for several values, which are alternatives. */
function several(name: string, description: string, items: Schema): Parameter {
  return {
    ...once(name, description, {
      type: 'array',
      items,
      minItems: 1,
      maxItems: MOST_VALUES,
    }),
    style: 'form',
    explode: true,
  };
}

const entityName: readonly Parameter[] = (
  ['kind', 'namespace', 'name'] as const
).map(name => ({
  name,
  in: 'path',
  required: true,
  description: `The ${name} of the entity, in any case.`,
  schema: { type: 'string', minLength: 1, maxLength: 63 },
}));

const limit = once('limit', 'Items of one page; 50 where absent.', {
  type: 'integer',
  minimum: 1,
  maximum: FLEET_LIMIT,
});

const cursor = once(
  'cursor',
  'Where the page begins, as an earlier page said. Of no use for a table, which has no pages.',
  someText,
);

const search = once(
  'search',
  'Words, all of which have to be there, whatever their case.',
  someText,
);

const headers: Response['headers'] = {
  ETag: {
    description: 'Changes when the content does, and not with time.',
    schema: text,
  },
  [AS_OF_HEADER]: {
    description:
      'Moment as of which the answer is known, ISO 8601; absent where no cluster is watched without a problem.',
    schema: text,
  },
};

const refusals: Readonly<Record<string, Response>> = {
  304: { description: 'As the caller knows it (If-None-Match).', headers },
  400: refusal('A parameter is unknown, or is not what is allowed.'),
  401: refusal('Nobody is signed in.'),
  403: refusal('A permission is missing.'),
  503: refusal('Who may read what cannot be decided now.'),
};

function refusal(description: string): Response {
  return {
    description,
    content: { 'application/json': { schema: ref('Error') } },
  };
}

function get(options: {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly answer: string;
  readonly hasTable?: boolean;
  readonly isOfOneEntity?: boolean;
}) {
  const { operationId, summary, parameters, answer } = options;
  return {
    get: {
      operationId,
      summary,
      parameters,
      responses: {
        200: {
          description: summary,
          headers,
          content: {
            'application/json': { schema: ref(answer) },
            ...(options.hasTable && { 'text/csv': { schema: text } }),
          },
        },
        ...refusals,
        ...(options.isOfOneEntity && {
          404: refusal(
            'There is no such entity, or the caller may not see it.',
          ),
        }),
      },
      security: [{ portal: [] }],
    },
  };
}

/** All that this plugin answers, as OpenAPI 3.0; served at `/api/label-contract/openapi.json`. */
export const openApi = {
  openapi: '3.0.3',
  info: {
    title: 'label-contract',
    version: '1',
    description:
      'The label contract between the software catalog and Kubernetes: which workloads belong to an entity, which of them the Kubernetes tab shows, and why not the others.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    '/reports/entities/{kind}/{namespace}/{name}': get({
      operationId: 'getEntityReport',
      summary: 'The report of one entity.',
      parameters: entityName,
      answer: 'EntityReport',
      isOfOneEntity: true,
    }),
    '/reports/entities/{kind}/{namespace}/{name}/history': get({
      operationId: 'getEntityHistory',
      summary: 'What happened to one entity, newest first.',
      parameters: [
        ...entityName,
        once(
          'since',
          'A day (UTC) or a moment, ISO 8601; as far as anything is kept where absent.',
          someText,
        ),
      ],
      answer: 'EntityHistory',
      isOfOneEntity: true,
    }),
    [FLEET_PATH]: get({
      operationId: 'getFleet',
      summary:
        'Entities that the caller may see; a page, or all of them as a table.',
      parameters: [
        several('owner', 'Entity refs of owners.', someText),
        several('system', 'Entity refs of systems.', someText),
        several('lifecycle', 'Lifecycles.', someText),
        several('cluster', 'Names of clusters.', someText),
        several('contract', 'Contract verdicts.', oneOf(CONTRACT_STATES)),
        several('health', 'Health verdicts.', oneOf(HEALTH_STATES)),
        several('acts', 'Desks that have to act.', oneOf(ACTING_DESKS)),
        search,
        once('sort', 'worst where absent.', oneOf(FLEET_SORTS)),
        once('order', 'asc where absent.', oneOf(ORDERS)),
        limit,
        cursor,
      ],
      answer: 'FleetReport',
      hasTable: true,
    }),
    [UNCLAIMED_PATH]: get({
      operationId: 'getUnclaimed',
      summary:
        'Workloads with a contract label that nobody claims; a page, or all of them as a table.',
      parameters: [
        several('cluster', 'Names of clusters.', someText),
        several('namespace', 'Names of namespaces.', someText),
        search,
        limit,
        cursor,
      ],
      answer: 'UnclaimedReport',
      hasTable: true,
    }),
    [CLUSTERS_PATH]: get({
      operationId: 'getClusters',
      summary: 'How well each cluster is read.',
      parameters: [],
      answer: 'ClustersReport',
    }),
  },
  components: {
    schemas: { ...sharedSchemas, ...entitySchemas, ...fleetSchemas },
    securitySchemes: {
      portal: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
} satisfies internal.ImmutableOpenAPIObject;

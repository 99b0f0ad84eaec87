import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { Entity } from '@backstage/catalog-model';
import { ControlPlane, startControlPlane } from '@internal/control-plane';
import {
  EntityReport,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
  matchesSelector,
  parseSelector,
} from '@portal-operations/plugin-label-contract-common';
import { createRandom } from '../fleet/createRandom';
import { Fleet, Service } from '../fleet/Fleet';
import { generateFleet } from '../fleet/generateFleet';
import { refOf } from '../fleet/refOf';
import { labelMutations } from '../mutations/labelMutations';
import { nearMissMutations } from '../mutations/nearMissMutations';
import { breakOnce } from '../run/breakFleet';
import { evaluateFleet } from '../run/evaluateFleet';
import { manifestsOf, NEXT_RUN, SERVED } from './manifestsOf';

jest.setTimeout(600_000);

const reader = { namespace: 'default', serviceAccount: 'corpus' };

/** Some fleets in which nothing is broken, and some in which labels disagree. */
const fleets: readonly Fleet[] = [
  ...[1, 2, 3].map(generateFleet),
  ...[...labelMutations, ...nearMissMutations]
    // One in three shows every kind of disagreement.
    .filter((_, place) => place % 3 === 0)
    .flatMap((mutation, place) => {
      const fleet = generateFleet(1000 + place);
      const random = createRandom(place);
      return breakOnce({ fleet, mutation, random })?.fleet ?? [];
    }),
].map(withoutOptedOut);

/** Who opted out is not looked at by the engine, and is by the plugin. */
function withoutOptedOut(fleet: Fleet): Fleet {
  return {
    ...fleet,
    workloads: fleet.workloads.filter(({ top }) => !top.isOptedOut),
  };
}

let cluster: ControlPlane;
let token: string;

/** What the Kubernetes plugin sends for an entity: the annotations as they are, nothing trimmed. */
function queryOf({ metadata: { annotations = {} } }: Entity) {
  return {
    selector:
      annotations[KUBERNETES_LABEL_SELECTOR] ??
      `${KUBERNETES_ID}=${annotations[KUBERNETES_ID]}`,
    namespace: annotations[KUBERNETES_NAMESPACE],
  };
}

/** There is one API server only, so each cluster of a fleet is a prefix of its namespaces. */
function prefixOf(fleet: Fleet, name: string): string {
  return `f${fleets.indexOf(fleet)}-${name}-`;
}

interface Found {
  readonly metadata: {
    readonly namespace: string;
    readonly name: string;
    readonly ownerReferences?: readonly {
      readonly kind: string;
      readonly name: string;
    }[];
  };
}

async function get(path: string): Promise<readonly Found[]> {
  const { caData } = cluster;
  const response = await new Promise<{ status?: number; body: string }>(
    (resolve, reject) =>
      request(
        `${cluster.url}/${path}`,
        {
          ca: Buffer.from(caData, 'base64'),
          headers: { authorization: `Bearer ${token}` },
        },
        answer =>
          text(answer).then(
            body => resolve({ status: answer.statusCode, body }),
            reject,
          ),
      )
        .on('error', reject)
        .end(),
  );
  if (response.status !== 200) {
    throw new Error(`${path} answered ${response.status}: ${response.body}`);
  }
  return JSON.parse(response.body).items;
}

/** Everything that the plugin's query returns of one cluster of a fleet, by kind and name. */
async function askApiServer(options: {
  fleet: Fleet;
  name: string;
  entity: Entity;
}): Promise<string[]> {
  const { fleet, name, entity } = options;
  const { selector, namespace } = queryOf(entity);
  const prefix = prefixOf(fleet, name);
  const query = `?labelSelector=${encodeURIComponent(selector)}`;
  const found = await Promise.all(
    Object.entries(SERVED).map(async ([kind, resource]) => {
      const parts = resource.split('/');
      const place = namespace ? ['namespaces', `${prefix}${namespace}`] : [];
      const path = [...parts.slice(0, -1), ...place, ...parts.slice(-1)];
      return (await get(`${path.join('/')}${query}`))
        .filter(({ metadata }) => metadata.namespace.startsWith(prefix))
        .map(object => nameOf(kind, object));
    }),
  );
  return found.flat();
}

/** What a controller makes shows which labels the template gives it. */
function nameOf(kind: string, { metadata }: Found): string {
  const { namespace, name, ownerReferences = [] } = metadata;
  const [owner] = ownerReferences;
  if (owner) {
    return `made by ${owner.kind} ${namespace}/${owner.name}`;
  }
  return name.endsWith(NEXT_RUN)
    ? `made by CronJob ${namespace}/${name.slice(0, -NEXT_RUN.length)}`
    : `${kind} ${namespace}/${name}`;
}

/** The same as the engine sees it: levels of workloads, and what they control by its labels. */
function askEngine(options: {
  fleet: Fleet;
  name: string;
  entity: Entity;
  report: EntityReport;
}): string[] {
  const { fleet, name, entity, report } = options;
  const { selector: query, namespace } = queryOf(entity);
  const parsed = parseSelector(query);
  if (parsed.kind === 'invalid') {
    throw new Error(`'${query}' is refused: ${parsed.problem}`);
  }
  const place = (object: { namespace: string; name: string }) =>
    `${prefixOf(fleet, name)}${object.namespace}/${object.name}`;

  const ofWorkloads = report.workloads
    .filter(({ ref }) => ref.cluster === name && ref.kind in SERVED)
    .flatMap(({ ref, levels }) => [
      ...(levels.object.matches ? [`${ref.kind} ${place(ref)}`] : []),
      ...(ref.kind === 'Deployment' && levels.podTemplate.matches
        ? [`made by Deployment ${place(ref)}`]
        : []),
      ...(levels.jobTemplate?.matches ? [`made by CronJob ${place(ref)}`] : []),
    ]);
  const ofOthers = fleet.workloads
    .flatMap(({ below }) => below)
    .filter(({ cluster: of, kind }) => of === name && kind in SERVED)
    .filter(object => !namespace || object.namespace === namespace)
    .filter(({ labels }) => matchesSelector(labels, parsed.selector))
    .map(object => `${object.kind} ${place(object)}`);
  return [...ofWorkloads, ...ofOthers];
}

beforeAll(async () => {
  cluster = await startControlPlane();
  const create = (items: readonly object[]) =>
    cluster.kubectl(['create', '-f', '-'], {
      input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
    });
  await cluster.kubectl(['create', 'serviceaccount', reader.serviceAccount]);
  await cluster.kubectl([
    'create',
    'clusterrolebinding',
    'corpus',
    '--clusterrole=view',
    `--serviceaccount=${reader.namespace}:${reader.serviceAccount}`,
  ]);
  token = await cluster.createToken(reader);

  const objects = fleets.flatMap(fleet =>
    fleet.workloads.map(workload => {
      const { cluster: name, namespace } = workload.top;
      const place = `${prefixOf(fleet, name)}${namespace}`;
      return { place, manifests: manifestsOf(workload, place) };
    }),
  );
  const namespaces = [...new Set(objects.map(({ place }) => place))];
  await create(
    namespaces.map(name => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    })),
  );
  // Without its ServiceAccount the API server takes no pod.
  await Promise.all(
    namespaces.map(namespace =>
      cluster.kubectl([
        'wait',
        '--for=create',
        'serviceaccount/default',
        `--namespace=${namespace}`,
        '--timeout=120s',
      ]),
    ),
  );
  await create(objects.flatMap(({ manifests }) => manifests));
  await cluster.kubectl([
    'wait',
    '--for=condition=Available',
    'deployment',
    '--all',
    '--all-namespaces',
    '--timeout=300s',
  ]);
}, 600_000);

afterAll(async () => {
  await cluster?.stop();
});

describe('what the engine matches', () => {
  it('is what the API server returns to the query of the Kubernetes plugin', async () => {
    const seen = { claims: 0, objects: 0, ofControllers: 0, nothing: 0 };
    const kinds = new Set<string>();
    const differences: unknown[] = [];

    for (const fleet of fleets) {
      const reports = evaluateFleet(fleet);
      const asksForSomething = ({ claim, entity }: Service) =>
        claim === 'sound' && entity.metadata.annotations !== undefined;
      for (const service of fleet.services.filter(asksForSomething)) {
        const { entity } = service;
        const report = reports.find(
          ({ entityRef }) => entityRef === refOf(service),
        );
        if (!report) {
          throw new Error(`There is no report about ${refOf(service)}`);
        }
        for (const { name } of fleet.clusters) {
          const about = { fleet, name, entity };
          const apiServer = (await askApiServer(about)).sort();
          const engine = askEngine({ ...about, report }).sort();
          if (apiServer.join() !== engine.join()) {
            differences.push({
              entity: refOf(service),
              name,
              apiServer,
              engine,
            });
          }
          seen.claims += 1;
          seen.objects += apiServer.length;
          seen.nothing += apiServer.length === 0 ? 1 : 0;
          for (const each of apiServer) {
            kinds.add(each.split(' ')[0]);
            seen.ofControllers += each.startsWith('made by') ? 1 : 0;
          }
        }
      }
    }

    expect(differences).toEqual([]);
    // Else the comparison would prove nothing.
    expect([...kinds].sort()).toEqual([...Object.keys(SERVED), 'made'].sort());
    expect(seen.claims).toBeGreaterThan(100);
    expect(seen.objects).toBeGreaterThan(300);
    expect(seen.ofControllers).toBeGreaterThan(50);
    expect(seen.nothing).toBeGreaterThan(10);
  });
});

import { Entity, RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import { KUBERNETES_CLUSTER } from '../annotations';
import { ClusterChoice } from './GateReport';
import { KubernetesTabSettings } from './KubernetesTabSettings';

/** Clusters that the Kubernetes plugin asks for an entity, and why these. */
export interface AskedClusters {
  readonly clusters: readonly string[];
  readonly choice: ClusterChoice;
}

/** What an entity asks of which clusters. */
interface Question {
  readonly entity: Entity;
  readonly settings: KubernetesTabSettings;
  /** Names of every cluster that is known. */
  readonly known: readonly string[];
}

/**
 * The clusters that the Kubernetes plugin asks for an entity: a claim reaches no others.
 *
 * @param options - `known`: names of every cluster that the portal knows. One that the settings do not
 * list stands for clusters that only the Kubernetes plugin can name.
 */
export function askedClusters(options: Question): AskedClusters {
  const { entity, settings, known } = options;
  if (known.length === 0) {
    return { clusters: [], choice: { id: 'none-configured', values: {} } };
  }

  const annotated = entity.metadata.annotations?.[KUBERNETES_CLUSTER];
  switch (settings.serviceLocator) {
    case 'multiTenant':
      return all(known, annotated || undefined);
    case 'singleTenant':
      return annotated ? byAnnotation(options, annotated) : all(known);
    case 'catalogRelation':
      return byRelations(options);
    default:
      return settings.serviceLocator satisfies never;
  }
}

function all(known: readonly string[], ignored?: string): AskedClusters {
  return {
    clusters: known,
    choice: { id: 'all', values: { clusters: known, ignored } },
  };
}

function chosen(clusters: readonly string[]): AskedClusters {
  return { clusters, choice: { id: 'chosen', values: { clusters } } };
}

/** Exactly and with regard to case. Source: the plugin's `SingleTenantServiceLocator`. */
function byAnnotation(question: Question, value: string): AskedClusters {
  const { known } = question;
  if (known.includes(value)) {
    return chosen([value]);
  }
  return (
    unlisted(question) ?? {
      clusters: [],
      choice: {
        id: 'annotation-names-none',
        values: { value, known, nearly: sameButForCase(known, [value]) },
      },
    }
  );
}

/**
 * Only Resources in the entity's own catalog namespace count, and the catalog writes relations in lower
 * case while names of clusters stay as they are: a cluster named in upper case is never found.
 * Source: the plugin's `CatalogRelationServiceLocator`.
 */
function byRelations(question: Question): AskedClusters {
  const { entity, known } = question;
  const namespace = entity.metadata.namespace ?? 'default';
  const refs = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_DEPENDS_ON)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('resource:'));

  const prefix = `resource:${namespace}/`;
  const clusters = known.filter(name => refs.includes(`${prefix}${name}`));
  if (clusters.length > 0) {
    return chosen(clusters);
  }

  const elsewhere = refs.filter(
    ref => !ref.startsWith(prefix) && known.includes(nameInRef(ref)),
  );
  if (elsewhere.length > 0) {
    return {
      clusters: [],
      choice: {
        id: 'relations-elsewhere',
        values: { known, refs: elsewhere, namespace },
      },
    };
  }

  const nearly = sameButForCase(known, refs.map(nameInRef));
  const unlistedClusters =
    refs.length > 0 && nearly.length === 0 ? unlisted(question) : undefined;
  return (
    unlistedClusters ?? {
      clusters: [],
      choice: { id: 'relations-name-none', values: { known, nearly } },
    }
  );
}

/** Clusters that only the Kubernetes plugin can name: what is asked for may be among them. */
function unlisted({ settings, known }: Question): AskedClusters | undefined {
  if (!settings.hasUnlistedClusters) {
    return undefined;
  }
  const listed = new Set(settings.clusters.map(({ name }) => name));
  const clusters = known.filter(name => !listed.has(name));
  return { clusters, choice: { id: 'not-listed', values: { clusters } } };
}

function sameButForCase(
  known: readonly string[],
  names: readonly string[],
): string[] {
  const folded = new Set(names.map(name => name.toLowerCase()));
  return known.filter(name => folded.has(name.toLowerCase()));
}

function nameInRef(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

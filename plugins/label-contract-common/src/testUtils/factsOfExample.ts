import { KUBERNETES_ID } from '../annotations';
import { Facts } from '../facts/Facts';
import { Labels } from '../facts/ObjectFacts';
import { valueAt } from './valueAt';
import { aDeployment, aPod, aReplicaSet } from './someFacts';
import { aNamespace, aService } from './surroundings';
import { aCronJob, aDaemonSet, aJob, aStatefulSet } from './workloads';

/** What a cluster would hold once the documents of an example were applied, healthy and at rest. */
export function factsOfExample(documents: readonly unknown[]): Facts[] {
  return documents.flatMap(each => factsOf(each, documents));
}

function factsOf(example: unknown, all: readonly unknown[]): Facts[] {
  const kind = valueAt(example, 'kind');
  switch (kind) {
    case 'Deployment': {
      const deployment = aDeployment(templated(example, 'spec', 'template'));
      const replicaSet = aReplicaSet(deployment);
      return [deployment, replicaSet, aPod(replicaSet)];
    }
    case 'StatefulSet':
    case 'DaemonSet': {
      const aSet = kind === 'StatefulSet' ? aStatefulSet : aDaemonSet;
      const strategy = valueAt(example, 'spec', 'updateStrategy', 'type');
      const set = aSet({
        ...templated(example, 'spec', 'template'),
        ...(strategy === 'OnDelete' && { updateStrategy: strategy }),
      });
      const pods = all.filter(each => ownerOf(each) === set.name);
      return [
        set,
        ...(pods.length > 0
          ? pods.map(pod =>
              aPod(set, { name: nameOf(pod), labels: textsAt(pod, 'labels') }),
            )
          : [aPod(set)]),
      ];
    }
    case 'Job': {
      const job = aJob(templated(example, 'spec', 'template'));
      return [job, aPod(job)];
    }
    case 'CronJob': {
      const path = ['spec', 'jobTemplate'];
      const facts = templated(example, ...path, 'spec', 'template');
      const own = textsAt(example, 'labels', ...path);
      return [
        aCronJob({
          ...facts,
          // Kubernetes fills in what is left out.
          jobTemplateLabels:
            Object.keys(own).length === 0 ? facts.templateLabels : own,
        }),
      ];
    }
    case 'Service':
      return [
        aService({
          name: nameOf(example),
          labels: textsAt(example, 'labels'),
          selector: textsOf(valueAt(example, 'spec', 'selector')),
        }),
      ];
    case 'Namespace':
      return [aNamespace({ name: nameOf(example) })];
    default:
      // Pods come with their owner; catalog files and configuration are no part of a cluster.
      return [];
  }
}

/** What everything has in common that makes pods from a template. */
function templated(example: unknown, ...template: string[]) {
  const selected = valueAt(example, 'spec', 'selector', 'matchLabels');
  const namespace = valueAt(example, 'metadata', 'namespace');
  return {
    name: nameOf(example),
    ...(namespace !== undefined && { namespace: String(namespace) }),
    labels: textsAt(example, 'labels'),
    templateLabels: textsAt(example, 'labels', ...template),
    marks: marksOf(textsAt(example, 'annotations')),
    templateMarks: marksOf(textsAt(example, 'annotations', ...template)),
    selectorKeys: Object.keys(textsOf(selected)),
  };
}

/** Of annotations only those are remembered that look like the contract label. */
function marksOf(annotations: Labels) {
  return KUBERNETES_ID in annotations ? { annotations } : undefined;
}

function nameOf(example: unknown): string {
  return String(valueAt(example, 'metadata', 'name') ?? '');
}

function ownerOf(example: unknown): unknown {
  return valueAt(example, 'metadata', 'ownerReferences', '0', 'name');
}

/** Labels or annotations of an object, or of what stands at a path in it. */
function textsAt(
  example: unknown,
  which: 'labels' | 'annotations',
  ...path: string[]
): Labels {
  return textsOf(valueAt(example, ...path, 'metadata', which));
}

function textsOf(map: unknown): Labels {
  return Object.fromEntries(
    Object.entries(map ?? {}).map(([key, text]) => [key, String(text)]),
  );
}

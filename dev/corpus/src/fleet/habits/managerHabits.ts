import { ManagerFacts } from '@portal-operations/plugin-label-contract-common';
import { Place } from '../Fleet';
import { carrying, Habit, id } from './Habit';

const INSTANCE = 'app.kubernetes.io/instance';
const NAME = 'app.kubernetes.io/name';
const MANAGED_BY = 'app.kubernetes.io/managed-by';

/** Two workloads of one service that a tool writes, in the tool's own way of naming. */
function writtenBy(options: {
  name: string;
  manager: (name: string, place: Place) => ManagerFacts;
  /** Labels that the tool writes, too. */
  labels: (name: string, part: string) => Readonly<Record<string, string>>;
  annotations?: (name: string) => Readonly<Record<string, string>>;
}): Habit {
  return {
    name: options.name,
    add({ builder, name, place }) {
      const term = id(name);
      const workloads = ['api', 'worker'].map(part =>
        builder.deploy(place, {
          name: `${name}-${part}`,
          labels: { ...carrying(term), ...options.labels(name, part) },
          manager: options.manager(name, place),
        }),
      );
      builder.register({
        name,
        term,
        workloads,
        annotations: options.annotations?.(name),
      });
    },
  };
}

/** Services that a tool writes to the cluster. */
export const managerHabits: readonly Habit[] = [
  writtenBy({
    name: 'Argo CD that tracks by label',
    manager: name => ({ tool: 'argo-cd', ref: name }),
    labels: name => ({ [INSTANCE]: name }),
    annotations: name => ({ 'argocd/app-name': name }),
  }),
  writtenBy({
    name: 'Argo CD that tracks by annotation and heals itself',
    manager: name => ({ tool: 'argo-cd', ref: name, selfHeals: true }),
    labels: (_, part) => ({ [NAME]: part }),
    annotations: name => ({ 'argocd/app-name': name }),
  }),
  writtenBy({
    name: 'Helm release',
    manager: (name, { namespace }) => ({
      tool: 'helm',
      ref: `${namespace}/${name}`,
    }),
    labels: (name, part) => ({
      [INSTANCE]: name,
      [NAME]: part,
      [MANAGED_BY]: 'Helm',
    }),
  }),
  writtenBy({
    name: 'Flux Kustomization',
    manager: name => ({ tool: 'flux', ref: `flux-system/${name}` }),
    labels: name => ({
      'kustomize.toolkit.fluxcd.io/name': name,
      'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
    }),
  }),
  writtenBy({
    name: 'operator from OLM',
    manager: name => ({ tool: 'olm', ref: `${name}.v1.2.3` }),
    labels: name => ({ 'olm.owner': `${name}.v1.2.3` }),
  }),
  {
    name: 'database subchart of the same Helm release',
    add({ builder, name, place }) {
      const term = id(name);
      const manager: ManagerFacts = {
        tool: 'helm',
        ref: `${place.namespace}/${name}`,
      };
      const release = { [INSTANCE]: name, [MANAGED_BY]: 'Helm' };
      const workloads = ['api', 'web'].map(part =>
        builder.deploy(place, {
          name: `${name}-${part}`,
          labels: { ...carrying(term), ...release },
          manager,
        }),
      );
      builder.deploy(place, {
        name: `${name}-postgresql`,
        labels: { ...release, [NAME]: 'postgresql' },
        shape: { kind: 'StatefulSet', situation: 'steady' },
        manager,
      });
      builder.register({ name, term, workloads });
    },
  },
];

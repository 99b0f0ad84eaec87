import type { NamespaceSpec } from '../manifests/namespaceManifest';
import type { WorkloadComponent } from '../manifests/WorkloadSpec';
import { refuseField } from './apiServerRules';
import { NamespaceInput, parseNamespaceInput } from './parseNamespaceInput';
import {
  parseWorkloadInput,
  WorkloadInput,
  WorkloadRequest,
} from './parseWorkloadInput';

/** What a template may say of one workload of a service. */
export type WorkloadDetails = Omit<
  WorkloadInput,
  'cluster' | 'component' | 'namespace' | 'service' | 'team' | 'waitSeconds'
>;

/** Input of `label-contract:manifests:write`, as a template gives it. */
export interface ManifestsInput extends Omit<NamespaceInput, 'cluster'> {
  service: string;
  /** Default: both. */
  components?: WorkloadComponent[];
  api?: WorkloadDetails;
  worker?: WorkloadDetails;
}

/** A service as asked for, every value checked. */
export interface ManifestsRequest {
  namespace: NamespaceSpec;
  workloads: WorkloadRequest[];
}

const ALL_COMPONENTS: readonly WorkloadComponent[] = ['api', 'worker'];

/**
 * Checks the input by the same rules as the actions that write to a cluster.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseManifestsInput(input: ManifestsInput): ManifestsRequest {
  const { namespace, service, team, components = ALL_COMPONENTS } = input;
  const workloads = ALL_COMPONENTS.filter(component =>
    components.includes(component),
  ).map(component =>
    parseWorkloadInput({
      ...input[component],
      component,
      namespace,
      service,
      team,
    }),
  );
  const [first, second] = workloads.map(({ spec }) => spec.name);
  if (first !== undefined && first === second) {
    throw refuseField(
      { field: 'worker.name', value: second },
      'another name than that of the api',
    );
  }
  return { namespace: parseNamespaceInput(input), workloads };
}

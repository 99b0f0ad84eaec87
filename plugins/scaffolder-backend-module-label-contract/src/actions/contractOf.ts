import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  claimOfEntity,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '@portal-operations/plugin-label-contract-common';
import { refuseField } from '../input/apiServerRules';
import { requireContractValue } from '../input/parseWorkloadInput';
import type { WorkloadSpec } from '../manifests/WorkloadSpec';

/** Options of {@link contractOf}. */
export interface ContractOfOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  /** Of the person who started the task: the catalog answers as it would answer them. */
  credentials: BackstageCredentials;
  entityRef: string;
  spec: WorkloadSpec;
}

/** What the catalog says about the contract of a service. */
export interface Contract {
  /** The value for the label `backstage.io/kubernetes-id`. */
  value: string;
  /** One line for the task log. */
  told: string;
}

/**
 * The contract value of a service: the claim of its entity, or the service's name as typed where the
 * catalog has no such entity, or none with a claim.
 *
 * @throws InputError where the entity looks for its workloads in a way that these would not meet.
 */
export async function contractOf(
  options: ContractOfOptions,
): Promise<Contract> {
  const { catalog, credentials, entityRef, spec } = options;
  const byName = spec.contractValue;

  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity) {
    return {
      value: byName,
      told: `${entityRef} is not in the catalog yet; its Kubernetes tab will show this once the entity has the annotation ${KUBERNETES_ID}: ${byName}`,
    };
  }

  const claim = claimOfEntity(entity);
  if (!claim) {
    return {
      value: byName,
      told: `${entityRef} has no annotation ${KUBERNETES_ID}; its Kubernetes tab stays hidden until it says ${byName}`,
    };
  }
  if (claim.id === undefined) {
    throw refuseField(
      {
        field: `service (${KUBERNETES_LABEL_SELECTOR} of ${entityRef})`,
        value: claim.query,
      },
      `an entity with the annotation ${KUBERNETES_ID} instead, as this action sets that label`,
    );
  }
  if (claim.namespace && claim.namespace !== spec.namespace) {
    throw refuseField(
      { field: 'namespace', value: spec.namespace },
      `'${claim.namespace}', the only one where ${entityRef} looks for its workloads (annotation ${KUBERNETES_NAMESPACE})`,
    );
  }

  return {
    value: requireContractValue({ value: claim.id, entityRef }),
    told: `${entityRef} claims workloads with ${KUBERNETES_ID}=${claim.id}`,
  };
}

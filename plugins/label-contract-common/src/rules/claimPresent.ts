import { KUBERNETES_ID } from '../annotations';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineEntityRule } from './Rule';
import {
  hiddenWorkloads,
  otherClaimants,
  workloadsCarrying,
} from './workloadsCarrying';

/**
 * A Component whose name workloads carry as contract label makes a claim. Without one it has no tab,
 * and nothing says so. Workloads that any claim finds belong to that one; where several Components of
 * one name exist, in several namespaces of the catalog, nobody can tell whose they are.
 *
 * @public
 */
export const claimPresent = defineEntityRule({
  id: 'claim-present',
  description:
    'A Component whose name workloads carry as contract label has the annotation `backstage.io/kubernetes-id`.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity, everywhere, catalog, isIgnoredNamespace }) {
    const { name } = entity;
    if (entity.claim || entity.kind !== 'component' || !catalog) {
      return undefined;
    }
    const isOneOfSeveral = catalog
      .componentsNamed(name)
      .some(ref => ref !== entity.entityRef);
    if (isOneOfSeveral) {
      return undefined;
    }

    const workloads = workloadsCarrying({
      selector: [{ operator: 'in', key: KUBERNETES_ID, values: [name] }],
      facts: everywhere,
      isIgnoredNamespace,
    }).filter(
      workload => otherClaimants({ entity, workload, catalog }).length === 0,
    );
    if (workloads.length === 0) {
      return undefined;
    }

    return {
      rule: 'claim-present',
      ...claimFinding(entity, 'error'),
      message: {
        id: 'workloads-carry-name',
        values: {
          key: KUBERNETES_ID,
          value: name,
          problem: '',
          ...hiddenWorkloads(workloads),
        },
      },
      fixes: [editAnnotations(entity, { set: { [KUBERNETES_ID]: name } })],
    };
  },
});

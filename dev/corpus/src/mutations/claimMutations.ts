import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, Service } from '../fleet/Fleet';
import { refOf } from '../fleet/refOf';
import {
  changeService,
  claimantsOf,
  expectFor,
  isDrawn,
  mayBeRelabelled,
  templateLabelsOf,
  withAnnotations,
} from './changeFleet';
import { ExpectedFinding, Mutation, Target } from './Mutation';
import { narrowTo } from './narrowTo';

/** The id becomes something that the API server refuses, or that can find nothing. */
function breakId(options: {
  name: string;
  value: (id: string) => string;
}): Mutation {
  return changeClaim({
    name: options.name,
    rule: 'claim-value-valid',
    change: ({ term }) => ({ [KUBERNETES_ID]: options.value(term.value) }),
  });
}

/** The claim becomes a selector that the API server refuses, or that says nothing. */
function breakSelector(options: {
  name: string;
  rule: string;
  selector: string;
}): Mutation {
  return changeClaim({
    ...options,
    change: () => ({
      [KUBERNETES_ID]: undefined,
      [KUBERNETES_LABEL_SELECTOR]: options.selector,
    }),
  });
}

/** A claim that is so wrong that it finds nothing. */
function changeClaim(options: {
  name: string;
  rule: string;
  change: (target: Target) => Readonly<Record<string, string | undefined>>;
}): Mutation {
  const { name, rule, change } = options;
  return {
    name,
    part: 'claim',
    apply({ fleet, target }) {
      const { service } = target;
      if (!hasId(service)) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          entity: withAnnotations(each.entity, change(target)),
          claim: 'broken',
        })),
        expected: expectFor([service], {
          rule,
          subject: refOf(service),
          severity: 'error',
          evidence: 'exact',
          owner: 'catalog',
        }),
        hidden: findsNothing(service),
      };
    },
  };
}

/** A claim that can be read need not be the right one. */
function findsNothing(service: Service): ExpectedFinding[] {
  return expectFor([service], {
    rule: 'claim-finds-workloads',
    subject: refOf(service),
    severity: 'warning',
    evidence: 'exact',
    owner: 'team',
  });
}

function hasId({ claim, entity }: Service): boolean {
  return (
    claim === 'sound' &&
    entity.metadata.annotations?.[KUBERNETES_ID] !== undefined
  );
}

/** Breaks of the claim of an entity. */
export const claimMutations: readonly Mutation[] = [
  breakId({ name: 'list of ids', value: id => `${id},${id}-worker` }),
  breakId({ name: 'list of ids with blanks', value: id => `${id}, ${id}-web` }),
  breakId({ name: 'slash in the id', value: id => `team/${id}` }),
  breakId({ name: 'id of 64 characters', value: id => id.padEnd(64, 'x') }),
  breakId({ name: 'quotes around the id', value: id => `"${id}"` }),
  breakId({ name: 'no-break space after the id', value: id => `${id}\u00a0` }),
  breakId({
    name: 'placeholder that nobody replaced',
    // eslint-disable-next-line no-template-curly-in-string
    value: () => '${{ values.name }}',
  }),
  breakId({ name: 'equals sign before the id', value: id => `=${id}` }),
  breakId({ name: 'only blanks as id', value: () => '  ' }),
  breakId({ name: 'id that ends with a dash', value: id => `${id}-` }),
  breakSelector({
    name: 'blank selector',
    rule: 'claim-selector-narrow',
    selector: ' ',
  }),
  breakSelector({
    name: 'selector with a comma at its end',
    rule: 'claim-selector-valid',
    selector: 'app=web,',
  }),
  breakSelector({
    name: 'selector with an operator in capitals',
    rule: 'claim-selector-valid',
    selector: 'app IN (web)',
  }),
  breakSelector({
    name: 'selector with an open bracket',
    rule: 'claim-selector-valid',
    selector: 'app in (web',
  }),
  narrowTo({
    name: 'claim narrowed to a list of namespaces',
    namespace: 'team-a,team-b',
  }),
  narrowTo({
    name: 'claim narrowed to a pattern of namespaces',
    namespace: 'team-*',
  }),
  {
    name: 'blanks around the id',
    part: 'claim',
    apply({ fleet, target }) {
      const { service, term } = target;
      if (!hasId(service)) {
        return undefined;
      }
      const annotations = { [KUBERNETES_ID]: ` ${term.value}\n` };
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          entity: withAnnotations(each.entity, annotations),
        })),
        expected: expectFor([service], {
          rule: 'claim-value-valid',
          subject: refOf(service),
          severity: 'info',
          evidence: 'exact',
          owner: 'catalog',
        }),
      };
    },
  },
  {
    name: 'selector of negations only, in a namespace without others',
    part: 'claim',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { service, workload } = target;
      const { namespace } = workload.top;
      if (!hasId(service) || !isAloneIn(fleet, service, namespace)) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          term: undefined,
          entity: withAnnotations(each.entity, {
            [KUBERNETES_ID]: undefined,
            [KUBERNETES_LABEL_SELECTOR]: '!example.com/canary',
            [KUBERNETES_NAMESPACE]: namespace,
          }),
        })),
        expected: expectFor([service], {
          rule: 'claim-selector-narrow',
          subject: refOf(service),
          severity: 'warning',
          evidence: 'exact',
          owner: 'catalog',
        }),
        hidden: findsNothing(service),
      };
    },
  },
  {
    name: "id that nobody carries, while the workloads carry the entity's name",
    part: 'claim',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { service, term } = target;
      if (
        !hasId(service) ||
        service.entity.kind !== 'Component' ||
        term.value !== service.entity.metadata.name ||
        !service.workloads.every(
          uid => claimantsOf(fleet, uid, term).length === 1,
        ) ||
        !mayBeRelabelled(fleet, target.workload, term)
      ) {
        return undefined;
      }
      return {
        fleet: changeService(fleet, service, each => ({
          ...each,
          term: undefined,
          workloads: [],
          entity: withAnnotations(each.entity, {
            [KUBERNETES_ID]: 'walrus-service',
          }),
        })),
        expected: expectFor([service], {
          rule: 'label-matches-claim',
          subject: refOf(service),
          severity: 'error',
          evidence: 'strong',
          owner: 'catalog',
        }),
      };
    },
  },
  {
    name: 'selector that hides what the id would find',
    part: 'claim',
    apply({ fleet, target }) {
      return shadow(fleet, target, 'error');
    },
  },
  {
    name: 'id beside a selector that finds the same',
    part: 'claim',
    apply({ fleet, target }) {
      return shadow(fleet, target, 'warning');
    },
  },
];

/** The target's `app` label is claimed beside the id, which nobody looks at any more. */
function shadow(fleet: Fleet, target: Target, severity: 'error' | 'warning') {
  const { service, workload } = target;
  const { uid, name } = workload.top;
  const app = { key: 'app', value: name };
  const isHiding = service.workloads.length > 1;
  const isUnique = fleet.workloads.every(
    ({ top }) => top.uid === uid || templateLabelsOf(top).app !== name,
  );
  if (
    !hasId(service) ||
    !isUnique ||
    !isDrawn(workload) ||
    isHiding !== (severity === 'error')
  ) {
    return undefined;
  }
  return {
    fleet: changeService(fleet, service, each => ({
      ...each,
      term: app,
      workloads: [uid],
      entity: withAnnotations(each.entity, {
        [KUBERNETES_LABEL_SELECTOR]: `app=${name}`,
      }),
    })),
    expected: expectFor([service], {
      rule: 'claim-not-shadowed',
      subject: refOf(service),
      severity,
      evidence: 'exact',
      owner: 'catalog',
    }),
  };
}

/** Whether all that runs in a namespace, in any cluster, is this service's, and all of it there. */
function isAloneIn(fleet: Fleet, service: Service, namespace: string): boolean {
  const here = fleet.workloads.filter(({ top }) => top.namespace === namespace);
  return (
    here.length === service.workloads.length &&
    here.every(({ top }) => service.workloads.includes(top.uid))
  );
}

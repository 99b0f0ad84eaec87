import { Entity } from '@backstage/catalog-model';
import * as fc from 'fast-check';
import {
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { createCatalogView } from '../claim/CatalogView';
import { claimOfEntity } from '../claim/claimOfEntity';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { applyFixToFacts } from '../fix/applyFixToFacts';
import { Fix } from '../fix/Fix';
import { Finding } from '../rules/Finding';
import { matchesSelector } from '../selector/matchesSelector';
import { parseSelector } from '../selector/parseSelector';
import { anEntity } from '../testUtils/anEntity';
import {
  anyFacts,
  anySelector,
  anyValue,
} from '../__testUtils__/arbitraryFacts';
import {
  aCluster,
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { EntityReport } from './EntityReport';
import { evaluateEntity } from './evaluateEntity';
import { isContractRule } from './verdictsOf';

/** The same runs every time: a build says the same of the same commit. */
const RUNS = { numRuns: 300, seed: 1 };
const clusters = [aCluster('prod-east'), aCluster('prod-west')];

const wildEntity: fc.Arbitrary<Entity> = fc
  .record({
    name: fc.constantFrom('payments', 'payments-platform', 'svc-1'),
    annotations: fc.record(
      {
        [KUBERNETES_ID]: anyValue,
        [KUBERNETES_LABEL_SELECTOR]: anySelector,
        [KUBERNETES_NAMESPACE]: fc.constantFrom(
          'payments-team',
          'nowhere',
          'a,b',
        ),
        [KUBERNETES_CLUSTER]: anyValue,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ name, annotations }) => {
    const texts: Record<string, string> = {};
    for (const [key, value] of Object.entries(annotations)) {
      texts[key] = value;
    }
    return anEntity(name, texts);
  });

/** Claims that are the usual ones. */
const soundEntity = fc
  .constantFrom('payments', 'payments-platform', 'payments-gateway')
  .map(value => anEntity('payments', { [KUBERNETES_ID]: value }));

const anyEntity = fc.oneof(soundEntity, wildEntity);

function evaluate(entity: Entity, facts: readonly Facts[]): EntityReport {
  return evaluateEntity({
    entity,
    facts: someFacts({ facts, clusters }),
    catalog: createCatalogView([entity, anEntity('svc-2')]),
    now: new Date('2026-01-01T10:00:00Z'),
  });
}

/** What a machine can carry out; the rest is advice. */
function isMachineFix({ kind }: Fix): boolean {
  return (
    kind === 'set-label' ||
    kind === 'remove-label' ||
    kind === 'label-pods' ||
    kind === 'roll-pods' ||
    kind === 'recreate-workload' ||
    kind === 'edit-annotations'
  );
}

function machineFixOf({ fixes }: Finding): Fix | undefined {
  return fixes.find(isMachineFix);
}

function contractErrorsWithFix({ findings }: EntityReport): Finding[] {
  return findings.filter(
    finding =>
      finding.severity === 'error' &&
      isContractRule(finding.rule) &&
      machineFixOf(finding) !== undefined,
  );
}

describe('evaluateEntity, for whatever comes', () => {
  it('answers, with counts that fit each other', () => {
    fc.assert(
      fc.property(anyEntity, anyFacts, (entity, facts) => {
        const { visible, workloads, nearMisses, contract, findings } = evaluate(
          entity,
          facts,
        );
        expect(visible.of).toBe(workloads.length + nearMisses.length);
        expect(visible.count + visible.partly).toBe(workloads.length);
        const isError = findings.some(
          ({ rule, severity, evidence }) =>
            isContractRule(rule) && severity === 'error' && evidence !== 'weak',
        );
        expect(contract.verdict === 'violated').toBe(isError);
      }),
      RUNS,
    );
  });

  it('answers the same in whatever order facts came', () => {
    const shuffled = anyFacts.chain(facts =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts, { minLength: facts.length }),
      ),
    );
    fc.assert(
      fc.property(anyEntity, shuffled, (entity, [facts, others]) => {
        expect(evaluate(entity, others)).toEqual(evaluate(entity, facts));
      }),
      RUNS,
    );
  });

  it('finds nothing else because of a workload that has nothing to do with it', () => {
    const stranger = aHealthyWorkload('zebra', 'zebra-crossing', {
      namespace: 'zoo',
    });
    const isMatching = (entity: Entity) => {
      const parsed = parseSelector(claimOfEntity(entity)?.query ?? 'none=x');
      return (
        parsed.kind === 'selector' &&
        [{}, labelled('zebra-crossing')].some(labels =>
          matchesSelector(labels, parsed.selector),
        )
      );
    };
    fc.assert(
      fc.property(
        anyEntity.filter(entity => !isMatching(entity)),
        anyFacts,
        (entity, facts) => {
          const before = evaluate(entity, facts);
          const after = evaluate(entity, [...facts, ...stranger]);
          expect(after.findings).toEqual(before.findings);
          expect(after.visible).toEqual(before.visible);
        },
      ),
      RUNS,
    );
  });

  it('has no contract error left that a machine could fix, once all such fixes are carried out', () => {
    fc.assert(
      fc.property(soundEntity, anyFacts, (entity, facts) => {
        let current = { entity, facts };
        // Each fix may bring to light what stood behind it; a workload has few levels.
        for (let round = 0; round < 10; round += 1) {
          const errors = contractErrorsWithFix(
            evaluate(current.entity, current.facts),
          );
          for (const finding of errors) {
            const fix = machineFixOf(finding);
            if (fix) {
              current = {
                entity: applyFixToEntity(fix, current.entity),
                facts: applyFixToFacts(fix, current.facts),
              };
            }
          }
        }
        expect(
          contractErrorsWithFix(evaluate(current.entity, current.facts)),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('counts ten thousand pods', () => {
    const deployment = aDeployment({
      name: 'payments-api',
      labels: labelled('payments'),
      templateLabels: labelled('payments'),
      desiredReplicas: 10_000,
    });
    const replicaSet = aReplicaSet(deployment);
    const pods = Array.from({ length: 10_000 }, (_, index) =>
      aPod(replicaSet, { name: `payments-api-${index}` }),
    );
    const report = evaluate(anEntity('payments'), [
      deployment,
      replicaSet,
      ...pods,
    ]);
    expect(report).toMatchObject({
      contract: { verdict: 'met' },
      pods: { ready: 10_000, of: 10_000 },
      workloads: [{ levels: { pods: { matching: 10_000, of: 10_000 } } }],
    });
  });
});

import { InputError } from '@backstage/errors';
import {
  evaluateEntity,
  Facts,
  KUBERNETES_ID,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import * as fc from 'fast-check';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { factsFrom } from '../facts/factsFrom';

/** The same runs every time: a build says the same of the same commit. */
const RUNS = { numRuns: 200, seed: 1 };

/** Any JSON at all, at a place where the parsers look for something. */
const anyJson = fc.jsonValue({ maxDepth: 2 });

/** Sound at most places, so that a broken one is reached. */
function mostly<Value>(value: Value): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: anyJson },
  );
}

const labels = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ [KUBERNETES_ID]: 'payments' }) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
    ),
  },
  { weight: 1, arbitrary: anyJson },
);

const template = fc.record(
  {
    metadata: fc.record({ labels, annotations: mostly({}) }),
    spec: mostly({ containers: [{ name: 'main' }] }),
  },
  { requiredKeys: [] },
);

const condition = fc.record(
  {
    type: fc.constantFrom('Ready', 'Progressing', 'Failed', 'Complete'),
    status: fc.constantFrom('True', 'False', 'Unknown'),
    reason: mostly('Because'),
    message: mostly('of something'),
    lastTransitionTime: mostly('2026-01-01T10:00:00Z'),
  },
  { requiredKeys: [] },
);

const container = fc.record(
  {
    name: mostly('main'),
    ready: mostly(true),
    restartCount: mostly(1),
    state: mostly({ waiting: { reason: 'CrashLoopBackOff' } }),
    lastState: mostly({ terminated: { exitCode: 1 } }),
  },
  { requiredKeys: ['name'] },
);

/** An object that could be of any kind: each parser takes from it what it looks for. */
const anyObject = fc.record(
  {
    metadata: fc.record(
      {
        uid: mostly('uid-1'),
        name: mostly('payments-api'),
        namespace: mostly('payments-team'),
        labels,
        annotations: mostly({ 'meta.helm.sh/release-name': 'payments' }),
        ownerReferences: mostly([
          { uid: 'uid-2', kind: 'ReplicaSet', name: 'x', controller: true },
        ]),
        managedFields: mostly([
          {
            manager: 'kubectl-edit',
            fieldsV1: { 'f:metadata': { 'f:labels': {} } },
          },
        ]),
        generation: mostly(1),
        creationTimestamp: mostly('2026-01-01T10:00:00Z'),
        deletionTimestamp: mostly(undefined),
      },
      { requiredKeys: ['uid', 'name', 'namespace'] },
    ),
    spec: fc.record(
      {
        replicas: mostly(2),
        template,
        jobTemplate: fc.record({
          metadata: fc.record({ labels }),
          spec: fc.record({ template }),
        }),
        selector: mostly({ matchLabels: { app: 'payments' } }),
        updateStrategy: mostly({ type: 'OnDelete' }),
        suspend: mostly(false),
        paused: mostly(true),
        containers: mostly([{ name: 'main' }]),
        ports: mostly([{ port: 80 }]),
        rules: mostly([]),
        to: mostly({ name: 'payments' }),
        destination: mostly({ server: 'https://kubernetes.default.svc' }),
        syncPolicy: mostly({ automated: { selfHeal: true } }),
        scaleTargetRef: mostly({ kind: 'Deployment', name: 'payments-api' }),
      },
      { requiredKeys: [] },
    ),
    status: fc.record(
      {
        phase: mostly('Running'),
        replicas: mostly(2),
        conditions: fc.oneof(fc.array(condition, { maxLength: 3 }), anyJson),
        containerStatuses: fc.oneof(
          fc.array(container, { maxLength: 2 }),
          anyJson,
        ),
        initContainerStatuses: mostly([]),
        sync: mostly({ status: 'OutOfSync' }),
        resources: mostly([{ kind: 'Service', status: 'OutOfSync' }]),
      },
      { requiredKeys: [] },
    ),
    endpoints: mostly([]),
    revision: mostly(1),
  },
  { requiredKeys: ['metadata'] },
);

const kinds = Object.keys(factsFrom).filter(
  (kind): kind is WatchedKind => kind in factsFrom,
);

function parsed(kind: WatchedKind, raw: unknown): Facts | undefined {
  try {
    return factsFrom[kind](raw, 'prod-east');
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return undefined;
  }
}

describe('factsFrom, for whatever comes', () => {
  it.each(kinds)(
    'keeps a %s that the engine can judge, or refuses it by name of the field',
    kind => {
      let kept = 0;
      fc.assert(
        fc.property(
          fc.oneof({ weight: 20, arbitrary: anyObject }, anyJson),
          raw => {
            const facts = parsed(kind, raw);
            if (!facts) {
              return;
            }
            kept += 1;
            const index = new WorkloadIndex();
            index.put(facts);
            for (const each of kinds) {
              index.setWatchState(
                { cluster: 'prod-east', kind: each },
                { kind: 'live', asOf: '2026-01-01T10:00:00Z' },
              );
            }
            const report = evaluateEntity({
              entity: {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: {
                  name: 'payments',
                  annotations: { [KUBERNETES_ID]: 'payments' },
                },
              },
              facts: index,
              now: new Date('2026-01-01T10:00:00Z'),
            });
            expect(report.entityRef).toBe('component:default/payments');
            index.remove({ cluster: 'prod-east', kind }, facts.uid);
            expect(index.size()).toEqual({ objects: 0, lookUps: 0 });
          },
        ),
        RUNS,
      );
      // Were all of them refused, nothing would have been judged.
      expect(kept).toBeGreaterThan(RUNS.numRuns / 20);
    },
  );
});

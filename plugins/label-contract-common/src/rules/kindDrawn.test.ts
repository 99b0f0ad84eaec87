import { Facts } from '../facts/Facts';
import { KubernetesTabSettings } from '../gates/KubernetesTabSettings';
import { TAB_KINDS } from '../gates/tabKinds';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aCluster,
  aHealthyWorkload,
  aPod,
  labelled,
} from '../testUtils/someFacts';
import { aDeploymentConfig, aJob } from '../testUtils/workloads';

const right = {
  labels: labelled('payments-platform'),
  templateLabels: labelled('payments-platform'),
};
const api = aHealthyWorkload('api', 'payments-platform');
const job = aJob({ name: 'import', ...right });

function evaluate(
  facts: readonly Facts[],
  settings: Partial<KubernetesTabSettings> = {},
) {
  return reportOnEntity({
    entity: anEntity('payments-platform'),
    facts,
    settings,
  });
}

describe('kind-drawn', () => {
  it('informs of a Job that runs by itself, while something else is visible', () => {
    const report = evaluate([...api, job, aPod(job)]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.visible).toEqual({ count: 1, partly: 1, of: 2 });
    expect(report.workloads[0]).toMatchObject({
      ref: { name: 'import' },
      hiddenBecause: 'not-drawn',
    });
    expect(report.findings).toMatchObject([
      {
        rule: 'kind-drawn',
        severity: 'info',
        owner: 'ops',
        message: {
          id: 'some-hidden',
          values: { workloads: ['import'], kinds: ['Job'], hiddenPods: 1 },
        },
        fixes: [{ kind: 'tell-owner', owner: 'group:default/payments-team' }],
      },
    ]);
  });

  it('is no fault of the entity where the rest is hidden by a cluster that cannot be read', () => {
    const forbidden = {
      kind: 'stale',
      asOf: '2026-01-01T09:00:00Z',
      since: '2026-01-01T09:01:00Z',
      problem: { reason: 'forbidden', message: 'Pods is forbidden.' },
    } as const;
    const report = reportOnEntity({
      entity: anEntity('payments-platform'),
      facts: [...api, job, aPod(job)],
      clusters: [aCluster('prod-east', undefined, { Pod: forbidden })],
    });

    expect(report.contract.verdict).toBe('unknown');
    expect(report.findings).toMatchObject([
      { rule: 'kind-drawn', severity: 'info' },
    ]);
  });

  it('is violated where nothing else is visible', () => {
    const report = evaluate([job, aPod(job)]);

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.visible).toEqual({ count: 0, partly: 1, of: 1 });
    expect(report.findings).toMatchObject([
      { severity: 'error', message: { id: 'nothing-visible' } },
    ]);
  });

  it('knows that the row of a DeploymentConfig has no pods', () => {
    const legacy = aDeploymentConfig({ name: 'legacy', ...right });
    const asked = { customResources: [TAB_KINDS.DeploymentConfig] };

    expect(evaluate([...api, legacy], asked).findings).toMatchObject([
      { rule: 'kind-drawn', severity: 'info' },
    ]);
    expect(evaluate([...api, legacy]).findings).toMatchObject([
      { rule: 'kind-asked-for', severity: 'warning' },
    ]);
  });

  it.each<[string, Facts]>([
    ['a hook of a release', { ...job, isHook: true }],
    [
      'a pod of an operator',
      aPod(job, { controllerUid: 'x', controllerKind: 'StrimziPodSet' }),
    ],
  ])('does not hold %s against anybody, nor call it met', (_, hidden) => {
    const report = evaluate([hidden]);

    expect(report.findings).toEqual([]);
    expect(report.contract).toEqual({
      verdict: 'not-applicable',
      reason: 'not-drawn',
    });
    expect(evaluate([...api, hidden]).contract).toEqual({ verdict: 'met' });
  });

  it('leaves a Job that is labelled wrong to the rules about labels', () => {
    const wrong = { ...job, templateLabels: {} };

    expect(
      evaluate([...api, wrong]).findings.map(({ rule }) => rule),
    ).not.toContain('kind-drawn');
  });
});

import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import { aHealthyWorkload } from '../testUtils/someFacts';

const INSTANCE = 'app.kubernetes.io/instance';
const ARGO_CD = { tool: 'argo-cd', ref: 'pay-prod' } as const;

/** A workload that carries everything that the selectors of these tests ask for. */
function workload(facts: Partial<DeploymentFacts> = {}): Facts[] {
  const labels = {
    app: 'pay',
    version: '1.4.2',
    [INSTANCE]: 'pay-prod',
    [KUBERNETES_ID]: 'pay',
  };
  return aHealthyWorkload('pay-api', '', {
    labels,
    templateLabels: labels,
    ...facts,
  });
}

function check(selector: string, facts: Facts[] = workload()) {
  const entity = anEntity('pay', { [KUBERNETES_LABEL_SELECTOR]: selector });
  const { findings } = reportOnEntity({ entity, facts });
  const found = findings.filter(({ rule }) => rule === 'claim-selector-stable');
  const fix = found.flatMap(({ fixes }) => fixes)[0];
  return {
    found,
    fixed: fix && applyFixToEntity(fix, entity).metadata.annotations,
  };
}

describe('claim-selector-stable', () => {
  it.each([
    ['pod-template-hash', 'made-by-controller'],
    ['controller-revision-hash', 'made-by-controller'],
    ['rollouts-pod-template-hash', 'made-by-controller'],
    ['version', 'changes-with-version'],
    ['app.kubernetes.io/version', 'changes-with-version'],
    ['helm.sh/chart', 'changes-with-version'],
  ])('is not kept by %s, and is without it', (label, id) => {
    const { found, fixed } = check(`app=pay,${label}=1.4.2`);

    expect(found).toMatchObject([
      {
        severity: 'warning',
        owner: 'catalog',
        message: { id, values: { label } },
      },
    ]);
    expect(fixed).toEqual({ [KUBERNETES_LABEL_SELECTOR]: 'app=pay' });
    expect(check('app=pay').found).toEqual([]);
  });

  it('takes the id that all workloads carry where nothing stable is left', () => {
    expect(check('version=1.4.2').fixed).toEqual({ [KUBERNETES_ID]: 'pay' });
    expect(check('version=1.4.2', []).fixed).toBeUndefined();
  });

  it.each<[string, Partial<DeploymentFacts>]>([
    [
      'owns it',
      { marks: { labelManagers: { [INSTANCE]: 'argocd-controller' } } },
    ],
    [
      'manages the workload, and nobody recorded who owns it',
      { manager: ARGO_CD },
    ],
  ])('is not kept by the instance where Argo CD %s', (_, facts) => {
    const { found } = check(`app=pay,${INSTANCE}=pay-prod`, workload(facts));
    expect(found).toMatchObject([{ message: { id: 'written-by-argo-cd' } }]);
  });

  it.each<[string, string, Partial<DeploymentFacts>]>([
    ['the instance of a Helm release', `${INSTANCE}=pay-prod`, {}],
    [
      'an instance that somebody else owns, though Argo CD is there',
      `${INSTANCE}=pay-prod`,
      { manager: ARGO_CD, marks: { labelManagers: { [INSTANCE]: 'helm' } } },
    ],
    ['labels of its own', 'app in (pay, shop),tier!=test', {}],
    ['a version that only has to be there', 'app=pay,version', {}],
  ])('is kept by %s', (_, selector, facts) => {
    expect(check(selector, workload(facts)).found).toEqual([]);
  });

  it('is not asked of a claim by id', () => {
    const entity = anEntity('pay');
    expect(reportOnEntity({ entity, facts: workload() }).findings).toEqual([]);
  });
});

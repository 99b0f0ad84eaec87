import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { reportOn } from '../testUtils/reportOn';
import { aDeployment, labelled } from '../testUtils/someFacts';
import { aDeploymentConfig, aStatefulSet } from '../testUtils/workloads';

const right = labelled('payments-platform');
const selected = {
  name: 'payments-api',
  labels: right,
  templateLabels: { ...right, app: 'payments-api' },
  selectorKeys: ['app', KUBERNETES_ID],
};

describe('label-outside-selector', () => {
  it.each([aDeployment(selected), aStatefulSet(selected)])(
    'warns of a $kind that is right and cannot be changed',
    workload => {
      const report = reportOn([workload]);

      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.findings).toMatchObject([
        {
          rule: 'label-outside-selector',
          severity: 'warning',
          evidence: 'exact',
          owner: 'ops',
          levels: [],
          message: {
            id: 'in-selector',
            values: { key: KUBERNETES_ID, shouldBe: 'payments-platform' },
          },
          fixes: [
            {
              kind: 'recreate-workload',
              key: KUBERNETES_ID,
              value: 'payments-platform',
            },
          ],
        },
      ]);
    },
  );

  it('leaves it to the label where that has to change', () => {
    const report = reportOn([
      aDeployment({
        ...selected,
        templateLabels: { ...labelled('payments-api'), app: 'payments-api' },
      }),
    ]);

    expect(report.findings).toMatchObject([
      {
        rule: 'label-matches-claim',
        fixes: [{ kind: 'recreate-workload' }],
      },
    ]);
  });

  it('says nothing where OpenShift lets the selector be changed', () => {
    const { findings } = reportOn([aDeploymentConfig(selected)]);

    expect(findings.map(({ rule }) => rule)).not.toContain(
      'label-outside-selector',
    );
  });

  it('says nothing of a claim by selector', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_LABEL_SELECTOR]: 'app=payments-api',
    });
    const workload = aDeployment({
      ...selected,
      labels: { ...right, app: 'payments-api' },
    });

    expect(reportOn([workload], { entity }).findings).toEqual([]);
  });
});

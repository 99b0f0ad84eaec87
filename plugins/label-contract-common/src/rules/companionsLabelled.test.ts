import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { reportOn } from '../testUtils/reportOn';
import { aDeployment, labelled } from '../testUtils/someFacts';
import {
  aHorizontalPodAutoscaler,
  anIngress,
  aService,
} from '../testUtils/surroundings';

const app = { app: 'payments-api' };
const right = labelled('payments-platform');
const api = aDeployment({
  name: 'payments-api',
  labels: right,
  templateLabels: { ...right, ...app },
});
const service = aService({ name: 'payments', selector: app });
const ingress = anIngress({ name: 'shop', services: ['payments'] });
const route = anIngress({
  kind: 'Route',
  name: 'shop',
  services: ['payments'],
});
const autoscaler = aHorizontalPodAutoscaler(api);

describe('companions-labelled', () => {
  it('names everything that serves a workload and does not carry the label, in one finding', () => {
    const report = reportOn([api, service, ingress, route, autoscaler]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.findings).toMatchObject([
      {
        rule: 'companions-labelled',
        severity: 'info',
        evidence: 'exact',
        levels: [],
        message: {
          values: {
            workload: 'payments-api',
            key: KUBERNETES_ID,
            shouldBe: 'payments-platform',
            companions: [
              { kind: 'HorizontalPodAutoscaler', name: 'payments-api' },
              { kind: 'Ingress', name: 'shop' },
              { kind: 'Route', name: 'shop' },
              { kind: 'Service', name: 'payments' },
            ],
          },
        },
        fixes: [],
      },
    ]);
  });

  it('follows an Ingress through a Service that carries the label itself', () => {
    const report = reportOn([api, { ...service, labels: right }, ingress]);

    expect(report.findings).toMatchObject([
      { message: { values: { companions: [{ kind: 'Ingress' }] } } },
    ]);
  });

  it.each([
    ['a Service with the label', { ...service, labels: right }],
    ['a Service of other pods', { ...service, selector: { app: 'orders' } }],
    ['a Service without a selector', { ...service, selector: {} }],
    ['a Service elsewhere', { ...service, namespace: 'orders-team' }],
    ['an Ingress to another Service', { ...ingress, services: ['orders'] }],
    [
      'an autoscaler of another kind',
      aHorizontalPodAutoscaler({ kind: 'StatefulSet', name: 'payments-api' }),
    ],
  ])('says nothing of %s', (_, companion) => {
    expect(reportOn([api, companion]).findings).toEqual([]);
  });

  it('says nothing of a claim by selector', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_LABEL_SELECTOR]: 'tier=payments',
    });
    const workload = {
      ...api,
      labels: { tier: 'payments' },
      templateLabels: { tier: 'payments', ...app },
    };

    expect(reportOn([workload, service], { entity }).findings).toEqual([]);
  });

  it('never stands before something that is wrong', () => {
    const report = reportOn([
      { ...api, templateLabels: { ...app, ...labelled('payments-api') } },
      service,
    ]);

    expect(report.findings.map(({ rule }) => rule)).toEqual([
      'label-matches-claim',
    ]);
  });
});

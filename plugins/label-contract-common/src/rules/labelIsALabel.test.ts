import { KUBERNETES_ID } from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { reportOn } from '../testUtils/reportOn';
import {
  aDeployment,
  aHealthyWorkload,
  labelled,
} from '../testUtils/someFacts';
import { aCronJob } from '../testUtils/workloads';

const right = labelled('payments-platform');

describe('label-is-a-label', () => {
  it('finds a template whose label is an annotation, and sets the label before anything else', () => {
    const report = reportOn([
      aDeployment({
        name: 'payments-api',
        labels: right,
        templateMarks: { annotations: right },
      }),
    ]);

    expect(report.findings).toMatchObject([
      {
        rule: 'label-is-a-label',
        severity: 'error',
        evidence: 'exact',
        owner: 'ops',
        levels: [{ level: 'pod-template', is: undefined }],
        message: {
          id: 'is-an-annotation',
          values: { annotation: KUBERNETES_ID },
        },
        fixes: [
          { kind: 'set-label', levels: ['pod-template'] },
          {
            kind: 'remove-label',
            levels: ['pod-template'],
            key: KUBERNETES_ID,
            under: 'annotations',
          },
        ],
      },
    ]);
  });

  it('finds a misspelt annotation, too', () => {
    const report = reportOn([
      aDeployment({
        name: 'payments-api',
        templateLabels: right,
        marks: {
          annotations: { 'backstage.io/kubernetes_id': 'payments-platform' },
        },
      }),
    ]);

    expect(report.findings).toMatchObject([
      {
        rule: 'label-is-a-label',
        message: { values: { annotation: 'backstage.io/kubernetes_id' } },
      },
    ]);
  });

  it('finds the job template of a CronJob', () => {
    const report = reportOn([
      aCronJob({
        name: 'payments-report',
        labels: right,
        templateLabels: right,
        jobTemplateLabels: { app: 'payments-report' },
        jobTemplateMarks: { annotations: right },
      }),
    ]);

    expect(report.findings).toMatchObject([
      { rule: 'label-is-a-label', levels: [{ level: 'job-template' }] },
    ]);
  });

  it('finds a workload that carries the id nowhere but under annotations', () => {
    const report = reportOn([
      ...aHealthyWorkload('payments-api', 'payments-platform'),
      aDeployment({
        name: 'payments-gateway',
        marks: { annotations: right },
        templateMarks: { annotations: right },
      }),
    ]);

    expect(report.nearMisses).toMatchObject([
      {
        evidence: 'exact',
        signs: [{ id: 'is-an-annotation', key: KUBERNETES_ID }],
      },
    ]);
    expect(report.findings).toMatchObject([
      {
        rule: 'label-is-a-label',
        levels: [{ level: 'object' }, { level: 'pod-template' }],
      },
    ]);
  });

  it('leaves an annotation alone that stands beside the label', () => {
    const marks = { annotations: labelled('payments') };
    const report = reportOn([
      aDeployment({
        name: 'payments-api',
        labels: right,
        templateLabels: right,
        marks,
        templateMarks: marks,
      }),
    ]);

    expect(report.findings).toEqual([]);
  });

  it('leaves a workload alone that means another Component by its annotation', () => {
    const report = reportOn(
      [
        ...aHealthyWorkload('payments-api', 'payments-platform'),
        aDeployment({
          name: 'payments-orders',
          marks: { annotations: labelled('orders') },
          templateLabels: labelled('Payments_Platform'),
        }),
      ],
      { others: [anEntity('orders', {})] },
    );

    expect(report.nearMisses).toEqual([]);
  });

  describe('of an entity', () => {
    const withLabel = (labels: Record<string, string>) => {
      const entity = anEntity('payments-platform', {});
      return { ...entity, metadata: { ...entity.metadata, labels } };
    };

    it('finds the id under labels, where the portal does not look', () => {
      const report = reportOn(
        aHealthyWorkload('payments-api', 'payments-platform'),
        { entity: withLabel(right) },
      );

      expect(report.contract).toEqual({ verdict: 'violated' });
      expect(report.findings).toMatchObject([
        {
          rule: 'label-is-a-label',
          owner: 'catalog',
          evidence: 'exact',
          message: {
            id: 'entity-label',
            values: { key: KUBERNETES_ID, value: 'payments-platform' },
          },
          fixes: [
            {
              kind: 'edit-annotations',
              set: { [KUBERNETES_ID]: 'payments-platform' },
            },
          ],
        },
      ]);
    });

    it('leaves an entity alone that makes its claim, whatever labels it has', () => {
      const entity = anEntity('payments-platform');
      const report = reportOn(
        aHealthyWorkload('payments-api', 'payments-platform'),
        {
          entity: {
            ...entity,
            metadata: { ...entity.metadata, labels: labelled('payments') },
          },
        },
      );

      expect(report.findings).toEqual([]);
    });
  });
});

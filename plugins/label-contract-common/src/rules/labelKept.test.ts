import { Entity } from '@backstage/catalog-model';
import { Facts } from '../facts/Facts';
import { aHistory, aLabelChange } from '../testUtils/aHistory';
import { anEntity } from '../testUtils/anEntity';
import { reportOn } from '../testUtils/reportOn';
import {
  aDeployment,
  aHealthyWorkload,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';

const api = aHealthyWorkload('payments-api', 'payments-platform');
const right = labelled('payments-platform');

/** A Deployment with one label on both levels. */
function gateway(value: string | undefined, uid = 'gateway') {
  return aDeployment({
    name: 'payments-gateway',
    uid,
    labels: labelled(value),
    templateLabels: labelled(value),
  });
}

/** Both levels changed from the claimed value, in one go. */
function bothChanged(is: string | undefined, manager?: string) {
  return aHistory({
    changes: {
      gateway: (['pod-template', 'object'] as const).map(level =>
        aLabelChange({ level, was: 'payments-platform', is, manager }),
      ),
    },
  });
}

function ownedBy(entity: Entity, team: string): Entity {
  return {
    ...entity,
    relations: [{ type: 'ownedBy', targetRef: `group:default/${team}` }],
  };
}

describe('label-kept', () => {
  describe('as evidence', () => {
    it('says since when a level lacks the label, and who changed it', () => {
      const report = reportOn(
        [
          aDeployment({
            name: 'payments-gateway',
            uid: 'gateway',
            labels: right,
            templateLabels: labelled('payments-gateway'),
            templateMarks: {
              labelManagers: { 'backstage.io/kubernetes-id': 'kubectl-patch' },
            },
          }),
        ],
        {
          history: aHistory({
            changes: {
              gateway: [
                aLabelChange({
                  was: 'payments-platform',
                  is: 'payments-gateway',
                }),
              ],
            },
          }),
        },
      );

      expect(report.findings).toMatchObject([
        {
          rule: 'label-matches-claim',
          message: {
            values: {
              lost: {
                from: '2026-01-01T09:40:00Z',
                to: '2026-01-01T09:42:00Z',
              },
              manager: 'kubectl-patch',
            },
          },
        },
      ]);
    });

    it('makes a workload certain that lost the label altogether', () => {
      const report = reportOn([...api, gateway(undefined)], {
        history: bothChanged(undefined),
      });

      expect(report.nearMisses).toMatchObject([
        {
          evidence: 'exact',
          signs: [
            {
              id: 'carried-it-before',
              since: {
                from: '2026-01-01T09:40:00Z',
                to: '2026-01-01T09:42:00Z',
              },
            },
          ],
        },
      ]);
      expect(report.findings).toMatchObject([
        {
          rule: 'label-present',
          severity: 'error',
          message: { id: 'was-there', values: { manager: undefined } },
        },
      ]);
    });

    it('is forgotten once the label is back', () => {
      const report = reportOn([...api, gateway('payments-platform')], {
        history: bothChanged(undefined),
      });

      expect(report.findings).toEqual([]);
    });

    it('is not what carried another value before', () => {
      const history = aHistory({
        changes: { gateway: [aLabelChange({ was: 'orders', is: undefined })] },
      });

      expect(
        reportOn([...api, gateway(undefined)], { history }).findings,
      ).toEqual([]);
    });
  });

  describe('of a workload that went to another entity', () => {
    const heir = anEntity('gateway');

    it('tells that it was handed over, and not to whom', () => {
      const report = reportOn([...api, gateway('gateway')], {
        others: [heir],
        history: bothChanged('gateway', 'argocd-controller'),
      });

      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.nearMisses).toEqual([]);
      expect(report.findings).toEqual([
        {
          rule: 'label-kept',
          severity: 'info',
          evidence: 'exact',
          owner: 'nobody',
          subject: {
            kind: 'Entity',
            entityRef: 'component:default/payments-platform',
            name: 'payments-platform',
          },
          levels: [],
          message: {
            id: 'handed-over',
            values: {
              key: 'backstage.io/kubernetes-id',
              value: 'payments-platform',
              workloads: ['payments-team/payments-gateway'],
              lost: {
                from: '2026-01-01T09:40:00Z',
                to: '2026-01-01T09:42:00Z',
              },
              manager: 'argocd-controller',
            },
          },
          fixes: [],
        },
      ]);
    });

    it('doubts it where another team gets its only workload in that namespace', () => {
      const report = reportOn([...api, gateway('gateway')], {
        others: [ownedBy(heir, 'orders-team')],
        history: bothChanged('gateway'),
      });

      expect(report.contract).toEqual({ verdict: 'violated' });
      expect(report.findings).toMatchObject([
        {
          rule: 'label-kept',
          severity: 'error',
          owner: 'ops',
          message: { id: 'taken-over' },
          fixes: [
            {
              kind: 'set-label',
              levels: ['object', 'pod-template'],
              value: 'payments-platform',
            },
          ],
        },
      ]);
    });

    it('trusts it where that team has something else there', () => {
      const report = reportOn(
        [...api, gateway('gateway'), ...aHealthyWorkload('edge', 'gateway')],
        {
          others: [ownedBy(heir, 'orders-team')],
          history: bothChanged('gateway'),
        },
      );

      expect(report.findings).toMatchObject([
        { rule: 'label-kept', severity: 'info' },
      ]);
    });

    it('is silent where an old revision is all that tells of it', () => {
      const workload = gateway('gateway');
      const before = aReplicaSet(workload, { templateLabels: right });

      expect(
        reportOn([...api, workload, before], { others: [heir] }).findings,
      ).toEqual([]);
    });
  });

  it('finds levels that disagree to be a mistake, though one went elsewhere', () => {
    const divided: Facts = {
      ...gateway(undefined),
      labels: labelled('gateway'),
    };
    const report = reportOn([...api, divided], {
      others: [anEntity('gateway')],
      history: bothChanged(undefined),
    });

    expect(report.nearMisses).toMatchObject([{ evidence: 'exact' }]);
    expect(report.findings).toMatchObject([
      { rule: 'label-matches-claim', severity: 'error', evidence: 'exact' },
    ]);
  });
});

import { labelled } from '../testUtils/someFacts';
import { aCronJob, aRollout } from '../testUtils/workloads';
import { allLevelLabelsOf, levelLabelsOf } from './levelLabelsOf';

const pay = labelled('pay');

describe('levelLabelsOf', () => {
  it('hands the labels of the pod template on to Jobs, unless the Job template has any', () => {
    const heir = aCronJob({
      name: 'nightly',
      jobTemplateLabels: {},
      templateLabels: pay,
    });
    expect(levelLabelsOf(heir).jobTemplate).toEqual(pay);
    expect(
      levelLabelsOf({ ...heir, jobTemplateLabels: { app: 'x' } }).jobTemplate,
    ).toEqual({ app: 'x' });
  });

  it('takes nothing for the template of a Rollout that borrows one', () => {
    const rollout = aRollout({
      name: 'pay',
      labels: pay,
      templateLabels: {},
      templateOf: 'pay-base',
    });
    expect(levelLabelsOf(rollout)).toEqual({ object: pay, podTemplate: pay });
    expect(allLevelLabelsOf(rollout)).toEqual([pay]);
    expect(
      levelLabelsOf({ ...rollout, templateOf: undefined }).podTemplate,
    ).toEqual({});
  });
});

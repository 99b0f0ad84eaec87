import { differsByEnvironment, resemblanceOf } from './resemblanceOf';

describe('resemblanceOf', () => {
  it.each([
    ['Payments_Platform', 'payments-platform', 'spelling'],
    ['paymentsplatform', 'payments-platform', 'spelling'],
    ['svc1', 'svc-1', 'spelling'],
    ['svc_1_1', 'svc-1-1', 'spelling'],
    ['paymens-platform', 'payments-platform', 'typo'],
    ['paymnets-platfrom', 'payments-platform', 'typo'],
    ['ordrs', 'orders', 'typo'],
    ['order-trackers', 'order-tracker', 'plural'],
    ['inventories', 'inventory', 'plural'],
    ['payments', 'payments-platform', 'affix'],
    ['payments-platform-svc', 'payments-platform', 'affix'],
    ['acme-payments-platform', 'payments-platform', 'affix'],
  ])('calls %s beside %s a matter of %s', (value, claimed, resemblance) => {
    expect(resemblanceOf(value, claimed)).toBe(resemblance);
  });

  it.each([
    ['the same value', 'payments', 'payments'],
    ['an empty value', '', 'payments'],
    ['another number', 'svc-1', 'svc-2'],
    ['digits that a separator divides', 'svc-1-1', 'svc-11'],
    ['digits that are divided elsewhere', 'v1.12', 'v11.2'],
    ['another number in a long name', 'payments-node-1', 'payments-node-2'],
    ['a staging twin', 'payments-staging', 'payments'],
    ['a production twin', 'payments', 'payments-prod'],
    ['two environments', 'payments-dev', 'payments-qa'],
    ['a version', 'payments-v2', 'payments'],
    ['a numbered sibling', 'payments-2', 'payments'],
    ['a preview', 'payments-pr-17', 'payments'],
    ['a short name with one letter off', 'api', 'app'],
    ['two letters off in a short name', 'ordxxs', 'orders'],
    ['another service', 'payments-gateway', 'payments-platform'],
    ['two words more', 'payments-platform-data-base', 'payments-platform'],
  ])('sees no resemblance in %s', (_, value, claimed) => {
    expect(resemblanceOf(value, claimed)).toBeUndefined();
  });
});

describe('differsByEnvironment', () => {
  it.each([
    ['payments-staging', 'payments', true],
    ['payments', 'prod-payments', true],
    ['payments-pr-17', 'payments', true],
    ['payments-2', 'payments', false],
    ['payments-svc', 'payments', false],
    ['payments-qa', 'payments-dev', false],
    ['payments', 'payments', false],
  ])('of %s and %s is %s', (value, claimed, differs) => {
    expect(differsByEnvironment(value, claimed)).toBe(differs);
  });
});

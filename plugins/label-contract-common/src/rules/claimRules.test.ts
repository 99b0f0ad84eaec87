import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { checkedEntity, isClaimed } from '../claim/ClaimedEntity';
import { Facts } from '../facts/Facts';
import { anEntity } from '../testUtils/anEntity';
import { aHealthyWorkload, someFacts } from '../testUtils/someFacts';
import { checkClaim, isClaimBroken } from './checkClaim';

function check(annotations: Record<string, string>, facts: Facts[] = []) {
  const entity = checkedEntity(anEntity('pay', annotations));
  if (!isClaimed(entity)) {
    throw new Error('the entity makes a claim');
  }
  return checkClaim({
    entity,
    facts: someFacts({ facts }),
  });
}

/** What each claim has to change, carried out. */
function fixed(
  annotations: Record<string, string>,
  [finding]: ReturnType<typeof check>,
) {
  const [fix] = finding.fixes;
  if (fix.kind !== 'edit-annotations') {
    throw new Error('a claim is fixed in the catalog file');
  }
  return Object.fromEntries(
    Object.entries({ ...annotations, ...fix.set }).filter(
      ([key]) => !fix.remove.includes(key),
    ),
  );
}

describe('claim-value-valid', () => {
  it.each(['pay', 'Pay_1.x', 'a'.repeat(63)])('is kept by %j', value => {
    expect(check({ [KUBERNETES_ID]: value })).toEqual([]);
  });

  it.each([
    ['a slash', 'team/pay', 'refused'],
    ['64 characters', 'a'.repeat(64), 'refused'],
    ['quotes', '"pay"', 'refused'],
    ['a no-break space', 'pay\u00a0', 'refused'],
    ['a placeholder', '${{ values.name }}', 'refused'],
    ['a comma at the end', 'pay,', 'refused'],
    ['an equals sign, which makes ==', '=pay', 'not-an-id'],
    ['nothing but blanks', ' ', 'not-an-id'],
  ])('is not kept by %s', (_, value, id) => {
    const findings = check({ [KUBERNETES_ID]: value });

    expect(findings).toMatchObject([
      { rule: 'claim-value-valid', owner: 'catalog', message: { id } },
    ]);
  });

  it('makes a selector of a list of ids, and is kept then', () => {
    const annotations = { [KUBERNETES_ID]: 'pay,orders' };
    const findings = check(annotations);

    expect(findings).toMatchObject([{ message: { id: 'several' } }]);
    expect(fixed(annotations, findings)).toEqual({
      [KUBERNETES_LABEL_SELECTOR]: `${KUBERNETES_ID} in (pay, orders)`,
    });
    expect(check(fixed(annotations, findings))).toEqual([]);
  });

  it('only remarks on blanks around a value, which the API server accepts', () => {
    const annotations = { [KUBERNETES_ID]: ' pay\n' };
    const findings = check(annotations);

    expect(findings).toMatchObject([{ severity: 'info' }]);
    expect(isClaimBroken(findings)).toBe(false);
    expect(check(fixed(annotations, findings))).toEqual([]);
  });
});

describe('claim-selector-valid', () => {
  it('is kept by a selector that parses', () => {
    expect(check({ [KUBERNETES_LABEL_SELECTOR]: 'app in (pay)' })).toEqual([]);
  });

  it('says why a selector is refused', () => {
    expect(check({ [KUBERNETES_LABEL_SELECTOR]: 'app=pay,' })).toMatchObject([
      {
        rule: 'claim-selector-valid',
        severity: 'error',
        message: {
          values: { problem: expect.stringContaining("after ','") },
        },
      },
    ]);
  });
});

describe('claim-selector-narrow', () => {
  it.each([
    ['a blank selector', ' ', 'error', 'matches-everything'],
    ['only a bare key', 'app', 'warning', 'names-no-value'],
    ['only negations', 'app!=x,!y', 'warning', 'names-no-value'],
  ])('is not kept by %s', (_, value, severity, id) => {
    const annotations = { [KUBERNETES_LABEL_SELECTOR]: value };
    const findings = check(annotations);

    expect(findings).toMatchObject([
      { rule: 'claim-selector-narrow', severity, message: { id } },
    ]);
    expect(check(fixed(annotations, findings))).toEqual([]);
  });

  it('is kept by a negation beside a value', () => {
    expect(check({ [KUBERNETES_LABEL_SELECTOR]: 'app=pay,!canary' })).toEqual(
      [],
    );
  });
});

describe('claim-not-shadowed', () => {
  const annotations = {
    [KUBERNETES_ID]: 'pay',
    [KUBERNETES_LABEL_SELECTOR]: 'app=pay',
  };

  it('warns of an id that nobody looks at', () => {
    const findings = check(annotations);

    expect(findings).toMatchObject([
      { rule: 'claim-not-shadowed', severity: 'warning' },
    ]);
    expect(check(fixed(annotations, findings))).toEqual([]);
  });

  it('is an error where the id would find more than the selector', () => {
    const both = { [KUBERNETES_ID]: 'pay', app: 'pay' };
    expect(
      check(annotations, [
        ...aHealthyWorkload('a', 'pay'),
        ...aHealthyWorkload('b', '', { labels: both, templateLabels: both }),
      ]),
    ).toMatchObject([
      { severity: 'error', message: { values: { workloads: 1 } } },
    ]);
  });

  // Found by the corpus: it counted what nobody would have seen by the id either.
  it.each([
    ['is opted out', {}, { isOptedOut: true }],
    [
      'is outside the claimed namespace',
      { [KUBERNETES_NAMESPACE]: 'payments-team' },
      { namespace: 'payments-staging' },
    ],
  ])('does not count a workload that %s', (_, narrowed, facts) => {
    expect(
      check(
        { ...annotations, ...narrowed },
        aHealthyWorkload('a', 'pay', facts),
      ),
    ).toMatchObject([{ severity: 'warning', message: { id: 'is-ignored' } }]);
  });
});

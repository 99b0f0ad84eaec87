import { aSummary } from '../testUtils/aSummary';
import { contractStateOf, healthStateOf } from './contractStateOf';

const because = (reason: 'opted-out' | 'not-deployed') => {
  const verdict = { verdict: 'not-applicable', reason } as const;
  return aSummary('crm', { contract: verdict, health: verdict });
};

describe('contractStateOf', () => {
  it('tells what is ignored from what is not applicable', () => {
    expect(contractStateOf(because('opted-out'))).toBe('ignored');
    expect(contractStateOf(because('not-deployed'))).toBe('not-applicable');
    expect(contractStateOf(aSummary('pay'))).toBe('met');
  });
});

describe('healthStateOf', () => {
  it('says nothing of what is ignored', () => {
    expect(healthStateOf(because('opted-out'))).toBeUndefined();
    expect(healthStateOf(because('not-deployed'))).toBe('not-applicable');
  });
});

import { resemblanceOf } from './resemblanceOf';
import { spellingsOf } from './spellingsOf';

describe('spellingsOf', () => {
  it('writes the words of a value in every usual way', () => {
    expect(spellingsOf('payments-platform')).toEqual(
      expect.arrayContaining([
        'payments_platform',
        'payments.platform',
        'paymentsplatform',
        'Payments-Platform',
        'Payments_Platform',
        'paymentsPlatform',
        'PaymentsPlatform',
        'PAYMENTS_PLATFORM',
      ]),
    );
  });

  it.each(['payments-platform', 'Payments_Platform', 'svc.1', 'a'])(
    'gives no value twice, and %s itself not at all',
    value => {
      const spellings = spellingsOf(value);

      expect([...new Set(spellings)]).toEqual(spellings);
      expect(spellings).not.toContain(value);
    },
  );

  it('gives nothing that is another value', () => {
    for (const spelling of spellingsOf('payments-platform')) {
      expect(resemblanceOf(spelling, 'payments-platform')).toBe('spelling');
    }
  });
});

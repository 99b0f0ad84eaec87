import type { localeMessages as english } from '../../messages/localeMessages';
import type { Wording } from '../Wording';

export const localeMessages: Wording<typeof english> = {
  locale: {
    language: 'de',
    number: '{{value, number}}',
  },
};

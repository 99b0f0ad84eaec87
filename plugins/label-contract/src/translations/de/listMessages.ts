import type { listMessages as english } from '../../messages/listMessages';
import type { Wording } from '../Wording';

export const listMessages: Wording<typeof english> = {
  list: {
    comma: '{{first}}, {{last}}',
    and: '{{first}} und {{last}}',
    more: '{{names}} und {{others, number}} mehr',
  },
};

/** Words that join names. */
export const listMessages = {
  list: {
    comma: '{{first}}, {{last}}',
    and: '{{first}} and {{last}}',
    more: '{{names}} and {{others, number}} more',
  },
} as const;

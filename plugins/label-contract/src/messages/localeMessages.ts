/** What a language says about itself: {@link localeOf} reads it. */
export const localeMessages = {
  locale: {
    /** BCP 47 tag of the language that the words are in. */
    language: 'en',
    number: '{{value, number}}',
  },
} as const;

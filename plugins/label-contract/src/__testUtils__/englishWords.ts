import { mockApis } from '@backstage/test-utils';
import { Translate, labelContractTranslationRef } from '../translation';

/** The plugin's English words, for functions that take {@link Translate}. */
export function englishWords(): Translate {
  const snapshot = mockApis
    .translation()
    .getTranslation(labelContractTranslationRef);
  if (!snapshot.ready) {
    throw new Error('The English messages have to be loaded');
  }
  return snapshot.t;
}

import { Translate, labelContractTranslationRef } from '../translation';
import { createTranslationApi } from './createTranslationApi';

/** The plugin's German words, for functions that take {@link Translate}. */
export function germanWords(): Promise<Translate> {
  const words = createTranslationApi('de').translation$(
    labelContractTranslationRef,
  );
  return new Promise((resolve, reject) => {
    words.subscribe({
      next: snapshot => snapshot.ready && resolve(snapshot.t),
      error: reject,
    });
  });
}

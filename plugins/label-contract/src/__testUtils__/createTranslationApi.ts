import { ConfigReader } from '@backstage/config';
import {
  TranslationApi,
  appLanguageApiRef,
  translationApiRef,
} from '@backstage/core-plugin-api/alpha';
import { prepareSpecializedApp } from '@backstage/frontend-app-api';
import appPlugin from '@backstage/plugin-app';

/** The translation API of a real shell, which loads its messages; `language` as in {@link labelContractTranslationRef}. */
export function createTranslationApi(language: string): TranslationApi {
  const { apis } = prepareSpecializedApp({
    features: [appPlugin],
    config: new ConfigReader({
      app: {
        extensions: [
          // Whoever has to sign in sees nothing before.
          { 'sign-in-page:app': false },
          {
            'api:app/app-language': {
              config: { availableLanguages: [...new Set(['en', language])] },
            },
          },
        ],
      },
    }),
  }).finalize();
  const languageApi = apis.get(appLanguageApiRef);
  const translationApi = apis.get(translationApiRef);
  if (!languageApi || !translationApi) {
    throw new Error('A shell has to have a language and its words');
  }
  // Not the default language: a shell prefers the one of last time.
  languageApi.setLanguage(language);
  return translationApi;
}

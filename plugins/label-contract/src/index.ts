/**
 * Shows which workloads the Kubernetes tab of a service does not show, why, and who fixes it. New
 * frontend system; the old one is at `./legacy`.
 *
 * @packageDocumentation
 */
export { labelContractApiRef } from './api/LabelContractApi';
export type {
  LabelContractAnswer,
  LabelContractApi,
  LabelContractRequestOptions,
} from './api/LabelContractApi';
export { LabelContractClient } from './api/LabelContractClient';
export { labelContractPlugin as default } from './plugin';
export { labelContractTranslationRef } from './translation';

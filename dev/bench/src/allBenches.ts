import { benchAnswers } from './answers/benchAnswers';
import { benchGoldenPath } from './goldenPath/benchGoldenPath';
import { benchHeap } from './heap/benchHeap';
import { benchLabelChange } from './labelChange/benchLabelChange';
import { benchRequests } from './requests/benchRequests';
import { Bench } from './result/Bench';
import { benchStartUp } from './startUp/benchStartUp';

/** Every benchmark, the quickest first. */
export const allBenches: readonly Bench[] = [
  benchLabelChange,
  benchStartUp,
  benchGoldenPath,
  benchRequests,
  benchAnswers,
  benchHeap,
];

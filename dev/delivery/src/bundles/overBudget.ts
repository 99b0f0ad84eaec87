import type { BundleSize, BundleSizes } from './measureBundles';

/** A bundle may grow by so much before somebody has to look. */
const BUDGET = 1.1;

const MEASURES: readonly (keyof BundleSize)[] = [
  'entry',
  'all',
  'allCompressed',
];

/** Says of each size that is more than 10 % above the recorded one how much it is. */
export function overBudget(options: {
  sizes: BundleSizes;
  recorded: BundleSizes;
}): string[] {
  const { sizes, recorded } = options;
  return (['moduleFederation', 'scalprum'] as const).flatMap(bundle =>
    MEASURES.filter(
      measure => sizes[bundle][measure] > BUDGET * recorded[bundle][measure],
    ).map(
      measure =>
        `${bundle}.${measure} is ${sizes[bundle][measure]} bytes, recorded are ${recorded[bundle][measure]}`,
    ),
  );
}

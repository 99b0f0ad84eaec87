/**
 * What the portal costs an API server, a viewer and a heap, as ratios within one run.
 *
 * @packageDocumentation
 */
export * from './allBenches';
export * from './result/Bench';
export * from './result/BenchResult';
export * from './result/chooseBenches';
export * from './result/runBenches';

/**
 * Breaks healthy fleets in every known way and holds the findings against the truth.
 *
 * @packageDocumentation
 */
export * from './run/CorpusResult';
export * from './run/printCorpus';
export * from './run/reportsOfBrokenFleet';
export * from './run/runCorpus';
export * from './run/shortfallsOf';

/**
 * Scaffolder actions that create namespaces and workloads which meet the label contract.
 *
 * @packageDocumentation
 */
export { labelContractFeatures as default } from './labelContractFeatures';

/**
 * Scaffolder actions that create namespaces and workloads which meet the label contract.
 *
 * @packageDocumentation
 */
export { scaffolderModuleLabelContract as default } from './module';

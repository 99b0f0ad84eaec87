/**
 * The backend of the label contract between the software catalog and Kubernetes.
 *
 * @packageDocumentation
 */
export { labelContractPlugin as default } from './plugin';

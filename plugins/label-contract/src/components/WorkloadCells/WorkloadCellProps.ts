import { WorkloadRef } from '@portal-operations/plugin-label-contract-common';

/** Props of the cells that tell a workload from others. */
export interface WorkloadCellProps {
  readonly workload: WorkloadRef;
}

import { SmallLine } from '../SmallLine/SmallLine';
import { WorkloadCellProps } from './WorkloadCellProps';

/** Where a workload runs: its cluster, and its namespace. */
export function WorkloadPlace({ workload }: WorkloadCellProps) {
  return (
    <>
      {workload.cluster}
      <SmallLine>{workload.namespace}</SmallLine>
    </>
  );
}

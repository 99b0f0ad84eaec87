import { SmallLine } from '../SmallLine/SmallLine';
import { WorkloadCellProps } from './WorkloadCellProps';

/** What a workload is called, and its kind. */
export function WorkloadName({ workload }: WorkloadCellProps) {
  return (
    <>
      <b>{workload.name}</b>
      <SmallLine>{workload.kind}</SmallLine>
    </>
  );
}

/** What the objects of one workload have in common. */
export interface SimulatedWorkload {
  /** Its place in the whole fleet, from 0. */
  readonly number: number;
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  /** What it does for its service, such as `api`. */
  readonly part: string;
  readonly service: string;
  readonly team: string;
  /** Value of the contract label; undefined where it has none. */
  readonly id?: string;
  readonly hasService: boolean;
  readonly isCrashing: boolean;
  readonly hasSidecar: boolean;
}

import { BenchCluster } from '../cluster/startBenchCluster';
import { createFirstService } from './createFirstService';
import { firstServices } from './Fleet';
import { ServiceMould } from './ServiceMould';

/** A fleet that grows. */
export interface GrowingFleet {
  /** Makes services until there are so many. */
  growTo(services: number): Promise<void>;
  /** Makes the services of these numbers. */
  add(numbers: readonly number[]): Promise<void>;
}

/** Makes a fleet of one service on a cluster where nothing is yet. */
export async function createFleet(
  { admin, etcdUrl }: BenchCluster,
  options: { readonly now: Date; readonly signal: AbortSignal },
): Promise<GrowingFleet> {
  const { now, signal } = options;
  await createFirstService(admin, now);
  const mould = await ServiceMould.ofFirstService(etcdUrl);
  const add = (numbers: readonly number[]) => mould.make(numbers, signal);
  let services = 1;
  return {
    add,
    async growTo(wanted) {
      await add(firstServices(wanted).slice(services));
      services = Math.max(services, wanted);
    },
  };
}

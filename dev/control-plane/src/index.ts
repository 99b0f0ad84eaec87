export type {
  Cluster,
  ControlPlane,
  CreateTokenOptions,
  KubectlOptions,
} from './Cluster';
export { connectToCluster } from './connectToCluster';
export type { ConnectToClusterOptions } from './connectToCluster';
export { compactEtcd } from './compactEtcd';
export { MisbehavingProxy } from './MisbehavingProxy';
export type { Misbehaviour } from './MisbehavingProxy';
export type { ControlPlanePrograms } from './programs/ControlPlanePrograms';
export { provideControlPlanePrograms } from './programs/provideControlPlanePrograms';
export type { ProvideControlPlaneProgramsOptions } from './programs/provideControlPlanePrograms';
export { describeWorkshop } from './seed/describeWorkshop';
export { seedWorkshop } from './seed/seedWorkshop';
export type { SeedWorkshopOptions } from './seed/seedWorkshop';
export { startControlPlane } from './startControlPlane';
export type { StartControlPlaneOptions } from './startControlPlane';
export { until } from './processes/until';
export type { UntilOptions } from './processes/until';
export { cacheFolder, rbacFolder, workshopFolder } from './folders';

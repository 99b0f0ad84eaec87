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
export { cacheFolder, rbacFolder, workshopFolder } from './folders';

// For packages that build or start other real programs in the same manner.
export { freePorts } from './processes/freePorts';
export { runToEnd } from './processes/runToEnd';
export type { Ended, RunToEndOptions } from './processes/runToEnd';
export { startProgram } from './processes/startProgram';
export type {
  RunningProgram,
  StartProgramOptions,
} from './processes/startProgram';
export { until } from './processes/until';
export type { UntilOptions } from './processes/until';
export { waitUntil } from './processes/waitUntil';
export type { Look, WaitUntilOptions } from './processes/waitUntil';
export { buildGoPrograms, goEnvironment } from './programs/buildGoPrograms';
export type {
  BuildGoProgramsOptions,
  BuiltPrograms,
  GoBuild,
  GoProgram,
} from './programs/buildGoPrograms';
export { moduleVersion } from './programs/buildPlan';
export { findIn, foldersOfPath } from './programs/findOnPath';
export { installFromDebian } from './programs/installFromDebian';
export type { InstallFromDebianOptions } from './programs/installFromDebian';
export { provideGo } from './programs/provideGo';
export type { Go, ProvideGoOptions } from './programs/provideGo';

export type { ArgoCdPrograms } from './programs/ArgoCdPrograms';
export { provideArgoCd } from './programs/provideArgoCd';
export type { ProvideArgoCdOptions } from './programs/provideArgoCd';
export { pushFiles } from './git/pushFiles';
export type { PushFilesOptions } from './git/pushFiles';
export { startGitServer } from './git/startGitServer';
export type {
  GitCredentials,
  GitServer,
  StartGitServerOptions,
} from './git/startGitServer';
export type { ApplicationState } from './readApplication';
export { startArgoCd } from './startArgoCd';
export type {
  ArgoCd,
  StartArgoCdOptions,
  WaitForSyncedOptions,
} from './startArgoCd';

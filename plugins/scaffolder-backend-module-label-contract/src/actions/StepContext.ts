import type { ActionContext } from '@backstage/plugin-scaffolder-node';

/** What every action takes of the scaffolder's context, whatever its input and output are. */
export type StepContext = Pick<
  ActionContext<any, any, any>,
  | 'checkpoint'
  | 'getInitiatorCredentials'
  | 'isDryRun'
  | 'logger'
  | 'signal'
  | 'task'
  | 'user'
>;

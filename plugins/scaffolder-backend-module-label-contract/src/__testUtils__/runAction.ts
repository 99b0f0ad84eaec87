import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a person sees of an action that ran. */
export interface ActionRun {
  /** The lines of the task log. */
  log: string[];
  outputs: Record<string, unknown>;
  /** Undefined where it succeeded. */
  error?: Error;
}

/** Options of {@link runAction}. */
export interface RunActionOptions {
  signal?: AbortSignal;
  /** As the scaffolder's own dry run does it. */
  isDryRun?: boolean;
  /** Ref of the user who started the task. */
  user?: string;
  /** Default: another one each time. */
  taskId?: string;
  /** Is told when the action asks for a folder of its own. */
  onTemporaryDirectory?: () => void;
  /** Folder of the task; default: none. */
  workspacePath?: string;
  /** Sees every line of the log as it is written. */
  onLine?: (line: string) => void;
}

/** Runs an action as the scaffolder would, for a test. */
export async function runAction(
  action: TemplateAction<any, any, any>,
  input: JsonObject,
  options: RunActionOptions = {},
): Promise<ActionRun> {
  const log: string[] = [];
  const outputs: Record<string, unknown> = {};
  const logger: LoggerService = {
    ...mockServices.logger.mock(),
    info(line: string) {
      log.push(line);
      options.onLine?.(line);
    },
  };

  // The mock keeps neither output nor signal of its options.
  const context = {
    ...createMockActionContext({
      input,
      workspacePath: options.workspacePath,
    }),
    logger,
    output(name: string, value: unknown) {
      outputs[name] = value;
    },
    signal: options.signal,
    createTemporaryDirectory() {
      options.onTemporaryDirectory?.();
      return mkdtemp(join(tmpdir(), 'action-'));
    },
    isDryRun: options.isDryRun ?? false,
    user: { ref: options.user ?? 'user:default/guest' },
    task: { id: options.taskId ?? randomUUID() },
  };

  try {
    await action.handler(context);
    return { log, outputs };
  } catch (error) {
    if (error instanceof Error) {
      return { log, outputs, error };
    }
    throw error;
  }
}

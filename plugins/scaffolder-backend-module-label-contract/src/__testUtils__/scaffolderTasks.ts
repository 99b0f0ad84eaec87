import { until } from '@internal/control-plane';

/** How a task ended. */
export interface TaskRun {
  status: string;
  /** All lines of all steps. */
  log: string;
  output: unknown;
}

/** The tasks of a scaffolder, as its form and its task page use them. */
export interface ScaffolderTasks {
  /** Starts a template; what the form would complain of, where it is refused. */
  start(
    template: string,
    values: object,
  ): Promise<{ id: string } | { id: undefined; errors: string }>;
  /** The task as it is now. */
  look(id: string): Promise<TaskRun>;
  /** Waits for its end. */
  end(id: string): Promise<TaskRun>;
}

/** Asks the scaffolder at a port. */
export function scaffolderTasks(port: number): ScaffolderTasks {
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/scaffolder/v2/${path}`,
      { ...init, headers: { 'Content-Type': 'application/json' } },
    );
    return response.json();
  };
  const look = async (id: string): Promise<TaskRun> => {
    const { status } = await ask(`tasks/${id}`);
    const events: {
      body: { message?: string; output?: unknown };
    }[] = await ask(`tasks/${id}/events`);
    return {
      status,
      log: events.map(({ body }) => body.message).join('\n'),
      output: events.find(({ body }) => body.output)?.body.output,
    };
  };
  return {
    look,
    async start(template, values) {
      const { id, errors } = await ask('tasks', {
        method: 'POST',
        body: JSON.stringify({
          templateRef: `template:default/${template}`,
          values,
        }),
      });
      return id ? { id } : { id: undefined, errors: JSON.stringify(errors) };
    },
    end: id =>
      until(
        () => look(id),
        ({ status }) => !['open', 'processing'].includes(status),
        {
          what: `the end of task ${id}`,
          timeoutSeconds: 120,
          intervalMilliseconds: 100,
        },
      ),
  };
}

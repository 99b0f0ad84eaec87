import { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { clusterConfig } from './clusterConfig';
import { readTemplate } from './readTemplate';
import { scaffolderTasks, TaskRun } from './scaffolderTasks';
import type { PortalCluster } from './startPortalCluster';
import { startScaffolderBackend } from './startScaffolderBackend';

/** A real scaffolder with the actions and a template, on a cluster. */
export interface Scaffolder {
  /** Runs the template to its end, as the form would. */
  run(values: object): Promise<TaskRun>;
  stop(): Promise<void>;
}

/**
 * Starts a scaffolder.
 *
 * @param options.template - name of a folder in `templates/`, or a template.
 * @param options.entities - what the catalog has besides.
 * @param options.config - further configuration.
 */
export async function startScaffolder(options: {
  portal: PortalCluster;
  template: string | Entity;
  entities?: Entity[];
  config?: JsonObject;
}): Promise<Scaffolder> {
  const { portal, entities = [], config } = options;
  const template =
    typeof options.template === 'string'
      ? readTemplate(options.template)
      : options.template;
  const backend = await startScaffolderBackend({
    clusters: [clusterConfig(portal)],
    template,
    entities,
    config,
  });
  const tasks = scaffolderTasks(backend.server.port());
  return {
    async run(values) {
      const started = await tasks.start(template.metadata.name, values);
      return started.id === undefined
        ? { status: 'refused', log: started.errors, output: undefined }
        : tasks.end(started.id);
    },
    stop: () => backend.stop(),
  };
}

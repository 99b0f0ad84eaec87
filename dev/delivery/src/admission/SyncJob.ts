import {
  runToEnd,
  type ControlPlane,
  type Ended,
} from '@internal/control-plane';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { listAt, textAt, textsAt, valueAt } from '../check/valueAt';

/** Where the job finds the portal, and what it says there. */
export interface PortalAccess {
  url: string;
  token: string;
}

/** The container of the CronJob in install/admission, run as a process on this machine. */
export class SyncJob {
  private constructor(
    private readonly warnFolder: string,
    private readonly folder: string,
    private readonly container: unknown,
    /** The Pod that the CronJob would make, to try on a cluster. */
    readonly podTemplate: unknown,
    private readonly cluster: ControlPlane,
  ) {}

  /**
   * Reads the manifest of the CronJob.
   * @param options - its `folder` gets what a cluster mounts into the Pod: namespace and token of its ServiceAccount
   */
  static async read(options: {
    warnFolder: string;
    folder: string;
    cluster: ControlPlane;
  }): Promise<SyncJob> {
    const { warnFolder, folder, cluster } = options;
    const documents = parseAllDocuments(
      await readFile(path.join(warnFolder, 'sync.yaml'), 'utf8'),
    ).map((document): unknown => document.toJS());
    const template = valueAt(
      documents.find(document => textAt(document, 'kind') === 'CronJob'),
      'spec',
      'jobTemplate',
      'spec',
      'template',
    );
    const serviceAccount = textAt(template, 'spec', 'serviceAccountName');
    const [container] = listAt(template, 'spec', 'containers');
    if (serviceAccount === undefined || container === undefined) {
      throw new Error(
        `${warnFolder}/sync.yaml has no CronJob with a container`,
      );
    }
    const namespace = 'backstage';
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'namespace'), namespace);
    await writeFile(
      path.join(folder, 'token'),
      await cluster.createToken({ namespace, serviceAccount }),
    );
    return new SyncJob(warnFolder, folder, container, template, cluster);
  }

  /** Runs it once, with the environment that the manifest names and a cluster adds. */
  async run(
    portal: PortalAccess,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Ended> {
    const [, script] = textsAt(this.container, 'command');
    const { hostname, port } = new URL(this.cluster.url);
    const fromManifest = Object.fromEntries(
      listAt(this.container, 'env').map(variable => [
        textAt(variable, 'name'),
        textAt(variable, 'value'),
      ]),
    );
    return runToEnd(process.execPath, {
      arguments: [path.join(this.warnFolder, path.basename(script))],
      environment: {
        ...fromManifest,
        KUBERNETES_SERVICE_HOST: hostname,
        KUBERNETES_SERVICE_PORT: port,
        NODE_EXTRA_CA_CERTS: this.cluster.caFile,
        SERVICE_ACCOUNT_FOLDER: this.folder,
        PORTAL_URL: portal.url,
        PORTAL_TOKEN: portal.token,
        ...environment,
      },
    });
  }
}

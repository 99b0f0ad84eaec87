import { EtcdClient, EtcdEntry } from './EtcdClient';
import { DEPLOYMENTS_OF_SERVICE, serviceOf } from './Fleet';

/** Kinds of which a service has one object a Deployment. */
const RESOURCES = ['deployments', 'replicasets', 'pods'];

/** Services that are made at a time: some megabytes. */
const SERVICES_AT_ONCE = 50;

const UID =
  /[0-9a-f]{8}(?=-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})/g;

/**
 * Makes services of the first one, as copies of what the API server stored of it with other names and uids,
 * put where it stores them: byte for byte what it would have stored itself, a hundred times as fast as by
 * the API. The API server learns of them by its watch of etcd, as it learns of every object.
 */
export class ServiceMould {
  readonly #etcd: EtcdClient;
  readonly #entries: readonly EtcdEntry[];

  /** @throws Error where the first service is not there in full. */
  static async ofFirstService(etcdUrl: string): Promise<ServiceMould> {
    const etcd = new EtcdClient(etcdUrl);
    const { namespace, name } = serviceOf(0);
    const entries = await etcd.entries(`/registry/namespaces/${namespace}`);
    for (const resource of RESOURCES) {
      const found = await etcd.entries(
        `/registry/${resource}/${namespace}/${name}-`,
      );
      if (found.length !== DEPLOYMENTS_OF_SERVICE) {
        throw new Error(
          `etcd has ${found.length} ${resource} of ${name}, not ${DEPLOYMENTS_OF_SERVICE}`,
        );
      }
      entries.push(...found);
    }
    return new ServiceMould(etcd, entries);
  }

  private constructor(etcd: EtcdClient, entries: readonly EtcdEntry[]) {
    this.#etcd = etcd;
    this.#entries = entries;
  }

  /** Makes services, by their numbers, and the namespaces that they live in. */
  async make(numbers: readonly number[], signal: AbortSignal): Promise<void> {
    for (let from = 0; from < numbers.length; from += SERVICES_AT_ONCE) {
      signal.throwIfAborted();
      const copies = numbers
        .slice(from, from + SERVICES_AT_ONCE)
        .flatMap(number => this.#entries.map(entry => copyFor(number, entry)));
      // A namespace is made with each of its services, and may be only once in a transaction.
      const byKey = new Map(copies.map(copy => [copy.key, copy]));
      await this.#etcd.put([...byKey.values()]);
    }
  }
}

/** The same of another service. Each word is as long as the one in its place: lengths are stored, too. */
function copyFor(number: number, { key, value }: EtcdEntry): EtcdEntry {
  const before = serviceOf(0);
  const after = serviceOf(number);
  const rename = (text: string) =>
    text
      .replaceAll(before.name, after.name)
      .replaceAll(before.namespace, after.namespace);
  const mark = number.toString(16).padStart(8, '0');
  const content = rename(value.toString('latin1')).replace(UID, mark);
  return { key: rename(key), value: Buffer.from(content, 'latin1') };
}

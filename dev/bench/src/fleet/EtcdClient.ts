/** One key of etcd with its value, bytes. */
export interface EtcdEntry {
  readonly key: string;
  readonly value: Buffer;
}

/** Operations of one transaction that etcd takes by default. */
const MOST_OPERATIONS = 128;

/** etcd by its JSON gateway. */
export class EtcdClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** All entries whose keys begin like that. */
  async entries(prefix: string): Promise<EtcdEntry[]> {
    const from = Buffer.from(prefix);
    const to = Buffer.from(prefix);
    // The first key behind all that begin like that.
    to[to.length - 1] += 1;
    const answer = await this.#post('/v3/kv/range', {
      key: from.toString('base64'),
      range_end: to.toString('base64'),
    });
    return entriesIn(answer);
  }

  /** Writes entries, those of one transaction all or none. */
  async put(entries: readonly EtcdEntry[]): Promise<void> {
    for (let from = 0; from < entries.length; from += MOST_OPERATIONS) {
      await this.#post('/v3/kv/txn', {
        success: entries
          .slice(from, from + MOST_OPERATIONS)
          .map(({ key, value }) => ({
            requestPut: {
              key: Buffer.from(key).toString('base64'),
              value: value.toString('base64'),
            },
          })),
      });
    }
  }

  async #post(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `etcd answered ${response.status} to ${path}: ${await response.text()}`,
      );
    }
    return response.json();
  }
}

function entriesIn(answer: unknown): EtcdEntry[] {
  if (typeof answer !== 'object' || answer === null) {
    throw new Error('etcd answered no object');
  }
  const entries: unknown = 'kvs' in answer ? answer.kvs : [];
  if (!Array.isArray(entries)) {
    throw new Error('etcd answered no list of entries');
  }
  return entries.map(({ key, value }: { key: unknown; value: unknown }) => ({
    key: Buffer.from(`${key}`, 'base64').toString(),
    value: Buffer.from(`${value}`, 'base64'),
  }));
}

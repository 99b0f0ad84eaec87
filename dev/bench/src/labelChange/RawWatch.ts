import { createInterface } from 'node:readline';
import { KubernetesClient } from '../cluster/KubernetesClient';

/** The shortest way from an API server to somebody who wants to know: one watch, and nothing behind it. */
export class RawWatch {
  readonly #waiting = new Map<string, (seenAt: number) => void>();
  readonly #stopping = new AbortController();

  /** Opens a watch; resolves when the API server has answered. */
  static async open(client: KubernetesClient, path: string): Promise<RawWatch> {
    const watch = new RawWatch();
    const answer = await client.open({
      path,
      signal: watch.#stopping.signal,
    });
    const lines = createInterface({ input: answer });
    lines.on('line', line => watch.#take(line));
    // An end that was not asked for shows as a change that nobody sees.
    lines.on('error', () => {});
    answer.on('error', () => {});
    return watch;
  }

  /** Resolves when a line arrives that has this text, with the moment of `performance.now()`. */
  seen(text: string): Promise<number> {
    return new Promise(resolve => this.#waiting.set(text, resolve));
  }

  stop(): void {
    this.#stopping.abort();
  }

  #take(line: string): void {
    const seenAt = performance.now();
    for (const [text, tell] of this.#waiting) {
      if (line.includes(text)) {
        this.#waiting.delete(text);
        tell(seenAt);
      }
    }
  }
}

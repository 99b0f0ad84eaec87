import { WatchState } from '@portal-operations/plugin-label-contract-common';
import { ReflectorSink } from '../watch/ReflectorSink';

/** An object as little as a test needs it. */
export interface TestItem {
  readonly uid: string;
  readonly name: string;
}

/** Holds what a Reflector says, and every state that it went through. */
export class RecordingSink implements ReflectorSink<TestItem> {
  readonly #items = new Map<string, TestItem>();
  readonly states: WatchState[] = [];
  readonly skips: string[] = [];
  replacements = 0;

  replaceAll(items: readonly TestItem[]): void {
    this.replacements += 1;
    this.#items.clear();
    items.forEach(item => this.put(item));
  }

  put(item: TestItem): void {
    this.#items.set(item.uid, item);
  }

  remove(uid: string): void {
    this.#items.delete(uid);
  }

  setState(state: WatchState): void {
    this.states.push(state);
  }

  skipped(reason: string): void {
    this.skips.push(reason);
  }

  names(): string[] {
    return [...this.#items.values()].map(({ name }) => name).sort();
  }

  /** The newest state. */
  state(): WatchState | undefined {
    return this.states.at(-1);
  }
}

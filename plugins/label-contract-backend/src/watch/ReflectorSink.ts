import { WatchState } from '@portal-operations/plugin-label-contract-common';

/** Where the objects of one kind on one cluster go. */
export interface ReflectorSink<Item> {
  /** These are all there are: whatever else is known is gone. */
  replaceAll(items: readonly Item[]): void;
  put(item: Item): void;
  remove(uid: string): void;
  setState(state: WatchState): void;
  /** An object was left out because it could not be understood; `reason` names what was wrong. */
  skipped(reason: string): void;
}

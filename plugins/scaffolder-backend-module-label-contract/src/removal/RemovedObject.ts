/** What a removal did, or would do, with one object. */
export interface RemovedObject {
  /** Argo CD brings kinds, too, that the actions don't know. */
  readonly object: {
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
  };
  readonly outcome: 'deleted' | 'stays';
  /** Who deletes it, if it is not the action itself. */
  readonly by?: 'Argo CD';
  /** Why it stays. */
  readonly reason?: string;
}

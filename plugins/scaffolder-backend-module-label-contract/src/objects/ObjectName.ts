import type { WrittenKind } from './WrittenKinds';

/** An object, as people name it. */
export interface ObjectName {
  kind: WrittenKind;
  name: string;
  /** Undefined for a Namespace. */
  namespace?: string;
}

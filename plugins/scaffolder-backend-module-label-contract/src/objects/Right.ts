/** A right to ask for, as RBAC names it. */
export interface Right {
  verb: string;
  /** API group; empty for the core group. */
  group: string;
  /** Plural name, with its subresource if it is about one, as in `routes/custom-host`. */
  resource: string;
  /** Undefined for all namespaces, and for what has none. */
  namespace?: string;
}

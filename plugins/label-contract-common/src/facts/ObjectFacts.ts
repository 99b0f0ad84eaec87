/**
 * Labels of one Kubernetes object or of its pod template, as the API server has them.
 *
 * @public
 */
export type Labels = Readonly<Record<string, string>>;

/**
 * What the portal remembers of any Kubernetes object. Identity is cluster and uid;
 * names come back after a delete, uids never do.
 *
 * @public
 */
export interface ObjectFacts {
  readonly cluster: string;
  readonly uid: string;
  /** Empty for an object that lives in no namespace. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  /** uid of the object that controls this one (`ownerReferences[].controller`). */
  readonly controllerUid?: string;
  /** Kind of that object, also where it is of a kind that is not watched. */
  readonly controllerKind?: string;
}

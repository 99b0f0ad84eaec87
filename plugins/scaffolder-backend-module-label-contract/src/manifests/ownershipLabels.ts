/** The team that owns an object: the label that the ownership guard compares. */
export const TEAM = 'portal-operations.io/team';

/** The service that an object belongs to, by the name of its catalog entity. */
export const SERVICE = 'portal-operations.io/service';

/** The lifecycle that the service had when it was deployed. */
export const LIFECYCLE = 'portal-operations.io/lifecycle';

/** Annotation with the catalog's ref of the owner, for people and for tools that look it up. */
export const OWNER = 'portal-operations.io/owner';

/**
 * Annotation that is touched when a Deployment's pods were refused by a quota in an earlier run:
 * Kubernetes tries again with growing pauses (up to a quarter of an hour), or at once when the
 * Deployment changes.
 */
export const RETRIED_AT = 'portal-operations.io/retried-at';

/** Annotation with the ref of the user who had the object made. It stays as it is, whoever changes the object. */
export const CREATED_BY = 'portal-operations.io/created-by';

/** Annotation with the id of the scaffolder's task that made the object: what is still empty may be taken back by it. */
export const MADE_BY_TASK = 'portal-operations.io/made-by-task';

/** Recommended label of Kubernetes for the tool that manages an object. */
export const MANAGED_BY = 'app.kubernetes.io/managed-by';

/** Our value of {@link MANAGED_BY}. */
export const MANAGED_BY_US = 'portal-operations';

/** Name under which the API server notes which fields are ours (server-side apply). */
export const FIELD_MANAGER = 'label-contract';

/**
 * Name under which the first number of replicas is set. It is another one than
 * {@link FIELD_MANAGER}: a field that an apply owned and then leaves out is reset, so the second run
 * would undo every scaling.
 */
export const SCALE_MANAGER = 'label-contract-scale';

/**
 * Name under which Argo CD is asked to look at a repository at once. It is another one than
 * {@link FIELD_MANAGER}, as Argo CD takes the annotation away again: an apply would find it missing every time.
 */
export const REFRESH_MANAGER = 'label-contract-refresh';

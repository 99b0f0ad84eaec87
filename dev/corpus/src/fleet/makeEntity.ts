import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
  LABEL_CONTRACT,
} from '@portal-operations/plugin-label-contract-common';
import { Term } from './Fleet';

/** What is said of an entity. */
export interface EntityOptions {
  readonly name: string;
  readonly kind?: string;
  readonly lifecycle?: string;
  /** Name of the group that owns it. */
  readonly owner?: string;
  /** The label that it claims; undefined where it claims nothing. */
  readonly term?: Term;
  /** Narrows the claim. */
  readonly namespace?: string;
  /** Writes the claim as a selector, though the key is that of the id. */
  readonly asSelector?: boolean;
  readonly isOptedOut?: boolean;
  /** Besides those of the claim; they win over them. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An entity with the annotations of its claim. */
export function makeEntity(options: EntityOptions): Entity {
  const { name, kind = 'Component', lifecycle = 'production' } = options;
  const { term, namespace, isOptedOut, owner = 'platform-team' } = options;
  const annotations: Record<string, string> = {};
  if (term && (options.asSelector || term.key !== KUBERNETES_ID)) {
    annotations[KUBERNETES_LABEL_SELECTOR] = `${term.key}=${term.value}`;
  } else if (term) {
    annotations[KUBERNETES_ID] = term.value;
  }
  if (namespace) {
    annotations[KUBERNETES_NAMESPACE] = namespace;
  }
  if (isOptedOut) {
    annotations[LABEL_CONTRACT] = 'ignore';
  }
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: { ...annotations, ...options.annotations },
    },
    spec: { type: 'service', lifecycle, owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

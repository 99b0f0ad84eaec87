import { jsonField, jsonText } from './jsonField';

/** One page of a list. */
export interface ListPage {
  readonly items: readonly unknown[];
  readonly resourceVersion: string;
  /** Where the next page starts; undefined on the last one. */
  readonly continueToken?: string;
}

/**
 * Reads a page of a list.
 *
 * @throws Error for what is no list, such as an answer that was cut off.
 */
export function parseListPage(text: string): ListPage {
  const list: unknown = JSON.parse(text);
  const metadata = jsonField(list, 'metadata');
  const resourceVersion = jsonText(metadata, 'resourceVersion');
  const items = jsonField(list, 'items') ?? [];
  if (resourceVersion === undefined || !Array.isArray(items)) {
    throw new Error(
      'The answer is no list of Kubernetes objects: it has no items or no resourceVersion',
    );
  }
  return {
    items,
    resourceVersion,
    continueToken: jsonText(metadata, 'continue'),
  };
}

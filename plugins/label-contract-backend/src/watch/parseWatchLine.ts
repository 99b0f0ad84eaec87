import { jsonField, jsonText } from './jsonField';

/** One line of a watch. */
export type WatchLine =
  | {
      readonly kind: 'put';
      readonly object: unknown;
      readonly resourceVersion?: string;
    }
  | {
      readonly kind: 'remove';
      readonly uid?: string;
      readonly resourceVersion?: string;
    }
  | { readonly kind: 'bookmark'; readonly resourceVersion?: string }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly words?: string;
    };

/**
 * Reads a line of a watch.
 *
 * @throws Error for what is no watch event.
 */
export function parseWatchLine(text: string): WatchLine {
  const event: unknown = JSON.parse(text);
  const object = jsonField(event, 'object');
  const metadata = jsonField(object, 'metadata');
  const resourceVersion = jsonText(metadata, 'resourceVersion');

  const type = jsonText(event, 'type');
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      return { kind: 'put', object, resourceVersion };
    case 'DELETED':
      return {
        kind: 'remove',
        uid: jsonText(metadata, 'uid'),
        resourceVersion,
      };
    case 'BOOKMARK':
      return { kind: 'bookmark', resourceVersion };
    case 'ERROR': {
      const code = jsonField(object, 'code');
      return {
        kind: 'error',
        status: typeof code === 'number' ? code : 500,
        words: jsonText(object, 'message'),
      };
    }
    default:
      throw new Error(`The watch sent an event of the unknown type '${type}'`);
  }
}

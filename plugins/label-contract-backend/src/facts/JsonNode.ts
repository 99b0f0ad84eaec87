import { InputError } from '@backstage/errors';

/**
 * A place in a JSON document that knows its path, so that an error can name it. Absent fields are
 * nodes too: whether one may be absent is decided where it is read.
 */
export class JsonNode {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path = '') {
    this.#value = value;
    this.#path = path;
  }

  /** The node of a field, however deep. */
  at(...keys: string[]): JsonNode {
    return keys.reduce<JsonNode>((node, key) => node.#field(key), this);
  }

  /** Whether there is anything at this place. */
  isPresent(): boolean {
    return !this.#isAbsent();
  }

  /** @throws InputError unless it is a text that is not empty. */
  text(): string {
    const found = this.optionalText();
    if (!found) {
      throw this.#mismatch('a text');
    }
    return found;
  }

  /** @throws InputError for what is neither text nor absent. */
  optionalText(): string | undefined {
    if (this.#isAbsent()) {
      return undefined;
    }
    if (typeof this.#value !== 'string') {
      throw this.#mismatch('a text');
    }
    return this.#value;
  }

  /** @throws InputError for what is neither a number nor absent. */
  optionalNumber(): number | undefined {
    if (this.#isAbsent()) {
      return undefined;
    }
    if (typeof this.#value !== 'number') {
      throw this.#mismatch('a number');
    }
    return this.#value;
  }

  /** @throws InputError for what is neither a boolean nor absent. */
  optionalBoolean(): boolean | undefined {
    if (this.#isAbsent()) {
      return undefined;
    }
    if (typeof this.#value !== 'boolean') {
      throw this.#mismatch('true or false');
    }
    return this.#value;
  }

  /** Nodes of a list; none where it is absent. @throws InputError for anything else. */
  items(): JsonNode[] {
    if (this.#isAbsent()) {
      return [];
    }
    if (!Array.isArray(this.#value)) {
      throw this.#mismatch('a list');
    }
    return this.#value.map(
      (item: unknown, index) => new JsonNode(item, `${this.#path}[${index}]`),
    );
  }

  /** A map of texts, such as labels; empty where it is absent. @throws InputError for anything else. */
  texts(): Record<string, string> {
    return Object.fromEntries(
      this.keys().map(key => {
        const text = this.#field(key).optionalText();
        return [key, text ?? ''];
      }),
    );
  }

  /** Names of the fields; none where it is absent. @throws InputError for anything that has none. */
  keys(): string[] {
    return this.#isAbsent() ? [] : Object.keys(this.#fields());
  }

  #field(key: string): JsonNode {
    const path = this.#path ? `${this.#path}.${key}` : key;
    if (this.#isAbsent()) {
      return new JsonNode(undefined, path);
    }
    const fields = this.#fields();
    return new JsonNode(
      Object.hasOwn(fields, key) ? fields[key] : undefined,
      path,
    );
  }

  #fields(): Record<string, unknown> {
    if (!isFields(this.#value)) {
      throw this.#mismatch('an object');
    }
    return this.#value;
  }

  #isAbsent(): boolean {
    // JSON written by Go has null for an empty list or map.
    return this.#value === undefined || this.#value === null;
  }

  #mismatch(wanted: string): InputError {
    const found = this.#isAbsent() ? 'nothing' : describe(this.#value);
    return new InputError(
      `${this.#path || 'The object'} has to be ${wanted}, found ${found}`,
    );
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type and never the value: it may be anybody's. */
function describe(value: unknown): string {
  if (value === '') {
    return 'an empty text';
  }
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

import { addressesInText } from '../address/addressesInText';
import { readTarget } from '../address/readTarget';
import { ReachTarget } from '../LogFinding';
import { maskSecrets } from '../mask/maskSecrets';
import { levelOfNumber, levelOfText, levelOfWord } from './levelOfText';
import { LogLevel, LogRecord } from './LogRecord';

const LONGEST_TEXT = 4_000;
const LONGEST_JSON = 256_000;
const MOST_TEXTS = 60;
const DEEPEST_FIELD = 4;

// eslint-disable-next-line no-control-regex
const ANSI = /\u001b\[[0-9;:?]{0,30}[ -/]{0,3}[@-~]|\u001b[@-Z\\-_]/g;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** `at com.shop.Main(Main.java:3)`, `File "main.py", line 3`, `main.go:42 +0x1d`, `... 25 more`. */
const STACK_FRAME =
  /^\s*(?:at [\w$.<(/\[@]|at async |File "|\.\.\. \d+ |from \S+:\d+:in |#\d+ |goroutine \d+|\S+\.go:\d+ \+0x)/;

const LEVEL_KEYS: ReadonlySet<string> = new Set([
  'level',
  'lvl',
  'severity',
  'loglevel',
  'log.level',
  'levelname',
  '@l',
]);
const MESSAGE_KEYS: ReadonlySet<string> = new Set([
  'message',
  'msg',
  'event',
  'log',
  '@m',
  'short_message',
  'full_message',
  'renderedmessage',
  'textpayload',
  'text',
  'body',
]);
const ERROR_KEY =
  /^(?:err|error|errors|exception|exc_info|exc|cause|causes|reason|stack|stack_?trace|@x|failure|details?|thrown|throwable|inner\w*|\w*error|errorverbose|error\.\w+|exception\.\w+|extendedstacktrace|errno|code|type|name)$/;
const ADDRESS_KEY =
  /^(?!(?:local|remote|client|listen|bind|source|src|peer)_)(?:addr|address|broker|brokers|endpoint|url|uri|dsn|server|servers|target|upstream|bootstrap[._]servers|database_?url|connection_?string|\w*_(?:addr|url|uri|dsn|endpoint))$/;

/**
 * What one line of a log says, without colours and secrets: as text, or by its fields where the
 * line is a JSON object. Undefined for blank lines and the frames of a stack trace.
 */
export function readLogRecord(line: string): LogRecord | undefined {
  const plain = line.replace(ANSI, '').replace(CONTROL, '');
  if (plain.trim() === '' || STACK_FRAME.test(plain)) {
    return undefined;
  }
  const fields = fieldsOfJson(plain);
  if (fields) {
    return recordOfFields(fields);
  }
  return { level: levelOfText(plain), texts: textsOf(plain), addresses: [] };
}

type Fields = ReadonlyMap<string, unknown>;

function fieldsOfJson(line: string): Fields | undefined {
  const trimmed = line.trim();
  if (!trimmed.startsWith('{') || trimmed.length > LONGEST_JSON) {
    return undefined;
  }
  try {
    return fieldsOf(JSON.parse(trimmed));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  return new Map(
    Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]),
  );
}

function recordOfFields(fields: Fields): LogRecord | undefined {
  const messages: string[] = [];
  const errors: string[] = [];
  const addresses: ReachTarget[] = [];
  const template = fields.get('@mt');
  if (typeof template === 'string' && !fields.has('@m')) {
    messages.push(renderTemplate(template, fields));
  }

  for (const [key, value] of fields) {
    if (MESSAGE_KEYS.has(key)) {
      collectTexts(value, messages);
    } else if (ERROR_KEY.test(key)) {
      collectErrors({ value, depth: 0, errors, addresses });
    } else if (ADDRESS_KEY.test(key)) {
      collectAddresses(value, addresses);
    }
  }
  const own = hostAndPortOf(fields, ['host', 'address', 'addr', 'server']);
  if (own?.port !== undefined) {
    addresses.unshift(own);
  }

  const texts = [...messages, ...errors].flatMap(textsOf).slice(0, MOST_TEXTS);
  if (texts.length === 0) {
    return undefined;
  }
  return {
    level: levelOfFields(fields) ?? levelOfText(messages[0] ?? ''),
    texts,
    addresses,
  };
}

function levelOfFields(fields: Fields): LogLevel | undefined {
  for (const [key, value] of fields) {
    if (LEVEL_KEYS.has(key)) {
      return typeof value === 'number'
        ? levelOfNumber(value)
        : levelOfWord(String(value));
    }
  }
  // Serilog's compact format leaves its usual level out.
  return fields.has('@mt') || fields.has('@m') ? 'info' : undefined;
}

function renderTemplate(template: string, fields: Fields): string {
  return template.replace(/\{@?(\w{1,60})(?::[^{}]{0,30})?\}/g, (hole, key) => {
    const value = fields.get(String(key).toLowerCase());
    return typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : hole;
  });
}

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    texts.push(value);
    return;
  }
  // ECS and others nest: `{"message": {"text": …}}`.
  for (const [key, field] of fieldsOf(value) ?? []) {
    if (typeof field === 'string' && MESSAGE_KEYS.has(key)) {
      texts.push(field);
    }
  }
}

function collectErrors({
  value,
  depth,
  errors,
  addresses,
}: {
  value: unknown;
  depth: number;
  errors: string[];
  addresses: ReachTarget[];
}): void {
  if (typeof value === 'string') {
    errors.push(value);
    return;
  }
  if (depth >= DEEPEST_FIELD || errors.length >= MOST_TEXTS) {
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MOST_TEXTS)) {
      collectErrors({ value: item, depth: depth + 1, errors, addresses });
    }
    return;
  }

  const fields = fieldsOf(value) ?? new Map<string, unknown>();
  const target = hostAndPortOf(fields, ['hostname', 'host', 'address']);
  if (target) {
    addresses.push(target);
  }
  for (const [key, field] of fields) {
    if (MESSAGE_KEYS.has(key) || ERROR_KEY.test(key)) {
      collectErrors({ value: field, depth: depth + 1, errors, addresses });
    }
  }
}

function collectAddresses(value: unknown, addresses: ReachTarget[]): void {
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item === 'string') {
      addresses.push(
        ...addressesInText(` to ${maskSecrets(item.slice(0, LONGEST_TEXT))} `),
      );
    }
  }
}

function hostAndPortOf(
  fields: Fields,
  keys: readonly string[],
): ReachTarget | undefined {
  const host = keys
    .map(key => fields.get(key))
    .find(value => typeof value === 'string');
  const port = fields.get('port');
  return typeof host === 'string'
    ? readTarget(
        host,
        typeof port === 'number' || typeof port === 'string'
          ? String(port)
          : undefined,
      )
    : undefined;
}

function textsOf(text: string): string[] {
  return text
    .split(/\r?\n/, 1_000)
    .filter(part => part.trim() !== '' && !STACK_FRAME.test(part))
    .slice(0, MOST_TEXTS)
    .map(part =>
      maskSecrets(part.replace(/\\"/g, '"')).slice(0, LONGEST_TEXT).trimEnd(),
    );
}

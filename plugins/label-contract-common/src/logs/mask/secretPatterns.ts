/** What stands where a secret stood. */
export const MASK = '***';

/** One kind of secret, and what is left of it. */
export interface SecretPattern {
  readonly name: string;
  readonly pattern: RegExp;
  readonly replacement: string;
  /** A line with one secret, which is the word `s3cr3t` where the form of the secret is free. */
  readonly example: string;
  readonly masked: string;
}

/*
 * Every quantifier here is bounded, or runs over a class that its follower cannot match, and a run
 * is entered at its start only (look-behinds): a hostile line costs linear time.
 */

const SECRET_KEY = [
  'passw(?:or)?d',
  'passphrase',
  '(?<![a-z])pass',
  'pwd',
  'passcode',
  'secret',
  'secret[_.-]?(?:access[_.-]?)?key',
  'token',
  'api[_.-]?key',
  'access[_.-]?key',
  'account[_.-]?key',
  'private[_.-]?key',
  'encryption[_.-]?key',
  '(?<![a-z])sig',
  'signature',
  'credentials?',
  'jaas[_.-]?config',
].join('|');

/** What ends an unquoted value, unless the value obviously goes on behind it. */
const VALUE_END = String.raw`[,;&)}\]"'\\]`;
const AFTER_VALUE = String.raw`(?=[\s,;&)}\]"'\\]|$|[\w.-]{1,40}\\?["']?[=:])`;
const VALUE = [
  // Quoted with escaped quotes, as JSON inside JSON is; quoted; unquoted.
  String.raw`\\"(?:[^"\\]|\\(?!"))*(?:\\"|$)`,
  String.raw`"(?:[^"\\]|\\.)*(?:"|\\?$)`,
  String.raw`'(?:[^'\\]|\\.)*(?:'|\\?$)`,
  String.raw`(?:[^\s,;&)}\]"'\\]|${VALUE_END}(?!${AFTER_VALUE}))+`,
].join('|');

/** Secrets by their form or by the key in front of them; userinfo is masked before. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    name: 'pem-block',
    pattern:
      /(-----BEGIN [A-Z0-9 ]{1,40}-----)[^-]*(?:-(?!----END )[^-]*)*(-----END [A-Z0-9 ]{1,40}-----)?/g,
    replacement: `$1${MASK}$2`,
    example:
      'key: -----BEGIN RSA PRIVATE KEY-----\\nMIIEs3cr3t\\n-----END RSA PRIVATE KEY----- x',
    masked:
      'key: -----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY----- x',
  },
  {
    name: 'digest-header',
    pattern: /(\b(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}digest\s).*/gi,
    replacement: `$1${MASK}`,
    example: 'Authorization: Digest username="app", response="s3cr3t"',
    masked: 'Authorization: Digest ***',
  },
  {
    name: 'cookie-header',
    pattern:
      /(\b(?:set-)?cookie2?\\?["']?\s{0,3}[:=]\s{0,3}\\?["'[]{0,2})[^"'\r\n\\\s][^"'\r\n\\]*/gi,
    replacement: `$1${MASK}`,
    example: '{"cookie":"a=s3cr3t; b=s3cr3t","host":"api"}',
    masked: '{"cookie":"***","host":"api"}',
  },
  {
    name: 'authorization-header',
    pattern:
      /(\b(?:proxy-)?authorization\\?["']?\s{0,3}[:=]\s{0,3}\\?["'[]{0,2}(?:(?:bearer|basic|digest|negotiate|token|apikey|aws4-hmac-sha256)\s{1,3})?)[^"'\r\n\\\s][^"'\r\n\\]*/gi,
    replacement: `$1${MASK}`,
    example: '> Authorization: Bearer s3cr3t',
    masked: '> Authorization: Bearer ***',
  },
  {
    name: 'connection-string-password',
    pattern:
      /((?<![a-z])(?:password|pwd)\s{0,3}=\s{0,3})[^;"'\r\n]{1,200}(?=;\s{0,3}[a-z][\w ]{0,40}=)/gi,
    replacement: `$1${MASK}`,
    example: 'Server=db,1433;User Id=app;Password=s3cr3t s3cr3t;Database=shop',
    masked: 'Server=db,1433;User Id=app;Password=***;Database=shop',
  },
  {
    name: 'key-and-value',
    // MySQL's "(using password: YES)" says whether there was one, not what it was.
    pattern: new RegExp(
      String.raw`(?<!using )((?:${SECRET_KEY})\\?["']?\s{0,3}(?:=>|[:=])\s{0,3})(?!\s)(?:${VALUE})`,
      'gi',
    ),
    replacement: `$1${MASK}`,
    example: 'host=db port=5432 user=app password=s3cr3t sslmode=disable',
    masked: 'host=db port=5432 user=app password=*** sslmode=disable',
  },
  {
    name: 'command-line-flag',
    pattern: new RegExp(
      String.raw`((?<![\w-])--?[a-z-]{0,30}(?:password|passwd|pass|token|secret|api-key)\s{1,3})(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s-]\S*)`,
      'gi',
    ),
    replacement: `$1${MASK}`,
    example: 'migrate --host db --password s3cr3t --port 5432',
    masked: 'migrate --host db --password *** --port 5432',
  },
  {
    name: 'short-command-line-flag',
    pattern:
      /(\b(?:mysql\w{0,10}\s[^|;\r\n]{0,200}?\s-p|redis-cli\s[^|;\r\n]{0,200}?-a\s{1,3}))[^\s-]\S*/g,
    replacement: `$1${MASK}`,
    example: 'mysql -h db -uroot -ps3cr3t shop',
    masked: 'mysql -h db -uroot -p*** shop',
  },
  {
    name: 'oracle-thin-url',
    pattern: /(\bjdbc:oracle:\w{1,10}:)[^\s@"']{1,300}(?=@)/gi,
    replacement: `$1${MASK}`,
    example: 'jdbc:oracle:thin:app/s3cr3t@//db:1521/SHOP',
    masked: 'jdbc:oracle:thin:***@//db:1521/SHOP',
  },
  {
    name: 'sql-password',
    pattern: /\b(identified\s{1,3}by|password)(\s{1,3})'[^']*(?:'|$)/gi,
    replacement: `$1$2${MASK}`,
    example: "CREATE USER app WITH PASSWORD 's3cr3t';",
    masked: 'CREATE USER app WITH PASSWORD ***;',
  },
  {
    name: 'redis-configuration',
    pattern: /\b(requirepass|masterauth)(\s{1,3})\S+/gi,
    replacement: `$1$2${MASK}`,
    example: 'requirepass s3cr3t',
    masked: 'requirepass ***',
  },
  {
    name: 'bearer-token',
    // Lower-case words follow "basic" and "bearer" in English: a token has a digit, capital or sign.
    pattern:
      /(?<![\w-])([Bb]earer|[Bb]asic|BEARER|BASIC)(\s{1,3})(?=[a-z._~+/-]{0,400}[A-Z0-9=])[A-Za-z0-9._~+/=-]{6,}/g,
    replacement: `$1$2${MASK}`,
    example: 'sent bearer abcDEF123456 to api:8080',
    masked: 'sent bearer *** to api:8080',
  },
  {
    name: 'json-web-token',
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/g,
    replacement: MASK,
    example:
      'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl was refused',
    masked: 'token *** was refused',
  },
  {
    name: 'aws-access-key',
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?![A-Z0-9])/g,
    replacement: MASK,
    example: `The key AKIA${'ABCDEFGH23456789'} is not valid`,
    masked: 'The key *** is not valid',
  },
  {
    name: 'issued-token',
    // OpenShift, GitHub, GitLab, Slack, npm, Vault, Google, Stripe and similar.
    pattern:
      /(?<![\w-])(?:sha256~|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|npm_|hv[sb]\.|AIza|[sr]k_(?:live|test)_|sk-)[\w-]{16,}/g,
    replacement: MASK,
    example: `oc login --server x sha256~${'abcdefghijklmnopqrstuvwxyz'}`,
    masked: 'oc login --server x ***',
  },
];

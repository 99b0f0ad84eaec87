import { LogLevel } from './LogRecord';

const LEVEL_OF_WORD: ReadonlyMap<string, LogLevel> = new Map([
  ['fatal', 'fatal'],
  ['panic', 'fatal'],
  ['dpanic', 'fatal'],
  ['critical', 'fatal'],
  ['crit', 'fatal'],
  ['emerg', 'fatal'],
  ['emergency', 'fatal'],
  ['alert', 'fatal'],
  ['error', 'error'],
  ['err', 'error'],
  ['severe', 'error'],
  ['fail', 'error'],
  ['warn', 'warn'],
  ['warning', 'warn'],
  ['info', 'info'],
  ['information', 'info'],
  ['informational', 'info'],
  ['notice', 'info'],
  ['debug', 'debug'],
  ['dbug', 'debug'],
  ['trace', 'debug'],
  ['trce', 'debug'],
  ['verbose', 'debug'],
  ['fine', 'debug'],
]);

/** `ERROR`, `[error]`, `level=error`, .NET's `fail:`, Go's `panic:`; `Error:` is no level. */
const LEVEL_IN_TEXT =
  /\b(FATAL|PANIC|CRITICAL|CRIT|EMERG|ALERT|ERROR|SEVERE|ERR|WARNING|WARN|INFO|NOTICE|DEBUG|TRACE|FINE)\b|\[(fatal|panic|critical|crit|emerg|alert|error|err|warning|warn|info|notice|debug|trace)\]|\b(?:level|lvl|severity)["']?[=:]\s?"?(\w{3,13})|^\s*(crit|fail|warn|info|dbug|trce|panic|fatal):/;

const KLOG_HEADER = /^([IWEF])\d{4} \d\d:\d\d:\d\d/;
const LEVEL_OF_KLOG: ReadonlyMap<string, LogLevel> = new Map([
  ['I', 'info'],
  ['W', 'warn'],
  ['E', 'error'],
  ['F', 'fatal'],
]);

/** The level that a plain line gives itself in its first 120 characters. */
export function levelOfText(text: string): LogLevel | undefined {
  const start = text.slice(0, 120);
  const klog = KLOG_HEADER.exec(start);
  if (klog) {
    return LEVEL_OF_KLOG.get(klog[1]);
  }
  const match = LEVEL_IN_TEXT.exec(start);
  const word = match?.slice(1).find(group => group !== undefined);
  return word ? levelOfWord(word) : undefined;
}

/** The level that a word of any logger means. */
export function levelOfWord(word: string): LogLevel | undefined {
  return LEVEL_OF_WORD.get(word.toLowerCase());
}

/** The level that a number means: pino and bunyan count up from 10, syslog and GELF down from 7. */
export function levelOfNumber(level: number): LogLevel | undefined {
  if (level >= 10) {
    const steps: readonly LogLevel[] = [
      'debug',
      'debug',
      'info',
      'warn',
      'error',
    ];
    return steps[Math.floor(level / 10) - 1] ?? 'fatal';
  }
  const severities: readonly LogLevel[] = [
    'fatal',
    'fatal',
    'fatal',
    'error',
    'warn',
    'info',
    'info',
    'debug',
  ];
  return severities[level];
}

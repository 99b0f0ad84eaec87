import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** The plugin's own configuration, but for `labelContract.clusters`, which is read where clusters are. */
export interface LabelContractConfig {
  /** Whether what runs in a namespace is nobody's near miss. */
  isIgnoredNamespace(namespace: string): boolean;
  /** Age in milliseconds from which what is known of a cluster is shown as old. */
  readonly staleAfterMs: number;
  readonly logs: {
    /** Whether the last lines of crashed containers are read at all; Events are in any case. */
    readonly enabled: boolean;
    /** Lines of one container that are kept. */
    readonly lines: number;
  };
  readonly history: {
    /** Milliseconds after which a transition is forgotten. */
    readonly retentionMs: number;
  };
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  labelContract: [
    'ignoredNamespaces',
    'clusters',
    'gitops',
    'staleAfter',
    'logs',
    'history',
    'rulePages',
    'deployTemplate',
    'registerPage',
    'templates',
  ],
  'labelContract.gitops': ['repositories'],
  'labelContract.logs': ['enabled', 'lines'],
  'labelContract.history': ['retention'],
  'labelContract.templates': ['offerClusters'],
};
const IGNORED_BY_DEFAULT = ['kube-*', 'openshift-*'];
const PATTERN = /^[a-z0-9*]([-a-z0-9*]*[a-z0-9*])?$/;

/**
 * A watch on which nothing happens gives a sign of life every 75 s, and then takes a moment to answer:
 * what is younger than this is no sign of trouble.
 */
const STALE_AFTER = { least: 90 * SECOND_MS, usual: 120 * SECOND_MS };
const RETENTION = { least: HOUR_MS, usual: 90 * 24 * HOUR_MS };
/** Longer is a slip of the pen, and may be no date any more. */
const LONGEST_MS = 36_500 * 24 * HOUR_MS;
const LOG_LINES = { least: 1, most: 100, usual: 20 };

/**
 * Reads the plugin's own configuration, `labelContract`.
 *
 * @throws InputError with the path of a key that is not known or malformed: a setting that is silently
 * without effect is worse than a plugin that does not start.
 */
export function readLabelContractConfig(config: Config): LabelContractConfig {
  Object.keys(KNOWN_KEYS).forEach(path => refuseUnknownKeys(config, path));

  const patterns =
    config.getOptionalStringArray('labelContract.ignoredNamespaces') ??
    IGNORED_BY_DEFAULT;
  const ignored = patterns.map(expressionOf);
  return {
    isIgnoredNamespace: namespace =>
      ignored.some(expression => expression.test(namespace)),
    staleAfterMs: readMilliseconds(config, 'labelContract.staleAfter', {
      ...STALE_AFTER,
      words: '90 seconds',
    }),
    logs: {
      enabled: config.getOptionalBoolean('labelContract.logs.enabled') ?? true,
      lines: readLines(config, 'labelContract.logs.lines'),
    },
    history: {
      retentionMs: readMilliseconds(config, 'labelContract.history.retention', {
        ...RETENTION,
        words: 'one hour',
      }),
    },
  };
}

function refuseUnknownKeys(config: Config, path: string): void {
  const known = KNOWN_KEYS[path];
  const unknown = config
    .getOptionalConfig(path)
    ?.keys()
    .find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${path}.${unknown} is not known; known keys: ${known.join(
        ', ',
      )}. Remove it from the configuration`,
    );
  }
}

function expressionOf(pattern: string, index: number): RegExp {
  if (!PATTERN.test(pattern)) {
    throw new InputError(
      `labelContract.ignoredNamespaces[${index}] is '${pattern}'; allowed is the name of a namespace, in which * stands for any characters`,
    );
  }
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
}

function readMilliseconds(
  config: Config,
  key: string,
  limits: { least: number; usual: number; words: string },
): number {
  if (!config.has(key)) {
    return limits.usual;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (!(milliseconds >= limits.least && milliseconds <= LONGEST_MS)) {
    throw new InputError(
      `${key} is ${milliseconds / SECOND_MS} seconds; it has to be at least ${
        limits.words
      }, and at most 100 years`,
    );
  }
  return milliseconds;
}

function readLines(config: Config, key: string): number {
  const lines = config.getOptionalNumber(key) ?? LOG_LINES.usual;
  const { least, most } = LOG_LINES;
  if (!Number.isInteger(lines) || lines < least || lines > most) {
    throw new InputError(
      `${key} is ${lines}; allowed is a whole number from ${least} to ${most}, and logs.enabled: false for none`,
    );
  }
  return lines;
}

import { ConfigReader } from '@backstage/config';
import { readLabelContractConfig } from './readLabelContractConfig';

function read(labelContract: object | undefined) {
  const data = labelContract ? { labelContract: { ...labelContract } } : {};
  return readLabelContractConfig(new ConfigReader(data));
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('readLabelContractConfig', () => {
  it.each([
    ['kube-system', true],
    ['openshift-monitoring', true],
    ['payments-team', false],
    ['my-kube-tools', false],
  ])('ignores the namespace %s by default: %s', (namespace, isIgnored) => {
    expect(read(undefined).isIgnoredNamespace(namespace)).toBe(isIgnored);
    expect(read({}).isIgnoredNamespace(namespace)).toBe(isIgnored);
  });

  it('ignores what is configured, and nothing else', () => {
    const config = read({ ignoredNamespaces: ['sandbox-*', 'tools'] });

    expect(config.isIgnoredNamespace('sandbox-1')).toBe(true);
    expect(config.isIgnoredNamespace('tools')).toBe(true);
    expect(config.isIgnoredNamespace('tools-2')).toBe(false);
    expect(config.isIgnoredNamespace('kube-system')).toBe(false);
  });

  it('ignores no namespace where the list is empty', () => {
    expect(
      read({ ignoredNamespaces: [] }).isIgnoredNamespace('kube-system'),
    ).toBe(false);
  });

  it('has a default for everything', () => {
    for (const config of [undefined, {}, { logs: {}, history: {} }]) {
      expect(read(config)).toMatchObject({
        staleAfterMs: 2 * MINUTE_MS,
        logs: { enabled: true, lines: 20 },
        history: { retentionMs: 90 * DAY_MS },
      });
    }
  });

  it('reads what is configured, durations in units or as a text', () => {
    expect(
      read({
        clusters: [],
        staleAfter: { minutes: 5, seconds: 30 },
        logs: { enabled: false, lines: 50 },
        history: { retention: 'P14D' },
      }),
    ).toMatchObject({
      staleAfterMs: 5.5 * MINUTE_MS,
      logs: { enabled: false, lines: 50 },
      history: { retentionMs: 14 * DAY_MS },
    });
  });

  it('leaves to the pages what they read', () => {
    expect(() =>
      read({
        rulePages: 'https://docs.example.com/rules',
        deployTemplate: 'template:default/deploy-new-service',
        registerPage: '/catalog-import',
      }),
    ).not.toThrow();
  });

  it.each([
    [
      { staleAftr: { minutes: 2 } },
      'labelContract.staleAftr is not known; known keys: ignoredNamespaces, clusters, gitops, staleAfter, logs, history, rulePages, deployTemplate, registerPage, templates.',
    ],
    [
      { logs: { line: 20 } },
      'labelContract.logs.line is not known; known keys: enabled, lines.',
    ],
    [
      { history: { days: 20 } },
      'labelContract.history.days is not known; known keys: retention.',
    ],
    [
      { ignoredNamespaces: ['ok', 'Kube_*'] },
      "labelContract.ignoredNamespaces[1] is 'Kube_*'; allowed is",
    ],
    [{ ignoredNamespaces: 'kube-*' }, 'labelContract.ignoredNamespaces'],
    [{ staleAfter: 120 }, 'labelContract.staleAfter'],
    [{ staleAfter: {} }, 'labelContract.staleAfter'],
    [{ staleAfter: 'soon' }, 'labelContract.staleAfter'],
    [{ staleAfter: { minute: 2 } }, 'labelContract.staleAfter'],
    [{ staleAfter: { minutes: 'two' } }, 'labelContract.staleAfter.minutes'],
    [
      { staleAfter: { seconds: 10 } },
      'labelContract.staleAfter is 10 seconds; it has to be at least 90 seconds',
    ],
    [
      { history: { retention: { days: -1 } } },
      'labelContract.history.retention is -86400 seconds; it has to be at least one hour',
    ],
    [
      { history: { retention: { years: 1e300 } } },
      'labelContract.history.retention is',
    ],
    [{ logs: { enabled: 'maybe' } }, 'labelContract.logs.enabled'],
    [
      { logs: { lines: 0 } },
      'labelContract.logs.lines is 0; allowed is a whole number from 1 to 100',
    ],
    [{ logs: { lines: 2.5 } }, 'labelContract.logs.lines is 2.5'],
    [{ logs: { lines: 'many' } }, 'labelContract.logs.lines'],
    [{ logs: true }, 'labelContract.logs'],
    [{ history: [] }, 'labelContract.history'],
  ])('refuses %j by its path', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});

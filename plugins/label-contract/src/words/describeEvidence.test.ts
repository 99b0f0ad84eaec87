import {
  HiddenBecause,
  NotCheckedReason,
  Sign,
} from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { sampleClusterFindings } from '../testUtils/sampleClusterFindings';
import { describeAccess } from './describeAccess';
import { describeHiddenBecause } from './describeHiddenBecause';
import { describeNotChecked } from './describeNotChecked';
import { describeSign } from './describeSign';

const t = englishWords();
const incomplete = /\{\{|undefined|\[object|Invalid/;

type SignOf<Id extends Sign['id']> = Extract<Sign, { id: Id }>;

const signs: { [Id in Sign['id']]: SignOf<Id> } = {
  'another-level-matches': { id: 'another-level-matches' },
  'earlier-revision-matched': { id: 'earlier-revision-matched' },
  'same-but-spelling': { id: 'same-but-spelling', value: 'Payments_Platform' },
  'nearly-the-same': {
    id: 'nearly-the-same',
    value: 'payment-platform',
    how: 'typo',
  },
  'own-name': { id: 'own-name', value: 'payments-gateway' },
  'entity-name': { id: 'entity-name', value: 'payments-platform' },
  'key-misspelt': { id: 'key-misspelt', key: 'backstage.io/kubernets-id' },
  'only-claim-in-namespace': {
    id: 'only-claim-in-namespace',
    namespace: 'payments-team',
  },
  'same-namespace': { id: 'same-namespace', namespace: 'payments-team' },
  'namespace-named-so': { id: 'namespace-named-so', namespace: 'payments' },
  'recommended-label': {
    id: 'recommended-label',
    key: 'app.kubernetes.io/part-of',
    value: 'payments-platform',
  },
  'nobody-claims-it': { id: 'nobody-claims-it', value: 'payments-gateway' },
  'carried-it-before': {
    id: 'carried-it-before',
    since: {
      from: '2026-01-05T10:42:00.000Z',
      to: '2026-01-05T10:42:00.000Z',
    },
  },
  'claim-had-it-before': { id: 'claim-had-it-before', value: 'payments' },
  'is-an-annotation': {
    id: 'is-an-annotation',
    key: 'backstage.io/kubernetes-id',
  },
  'workload-named-so': { id: 'workload-named-so', name: 'payments-platform' },
  'entity-names-application': {
    id: 'entity-names-application',
    application: 'payments',
  },
  'same-application': { id: 'same-application', application: 'payments' },
  'same-release': { id: 'same-release', release: 'payments' },
  'same-prefix': { id: 'same-prefix', prefix: 'payments' },
  'app-label': { id: 'app-label', value: 'payments-platform' },
  'outside-claimed-place': {
    id: 'outside-claimed-place',
    cluster: 'prod-west',
    namespace: 'payments-team',
  },
};

describe('describeSign', () => {
  it.each(Object.values(signs))('says $id in words', sign => {
    const words = describeSign(sign, t);
    expect(words).not.toMatch(incomplete);
    expect(words).toMatch(/^[A-Z“].*[^.]$/);
  });

  it('tells a typo from a plural and from an affix', () => {
    const hows = (['typo', 'plural', 'affix'] as const).map(how =>
      describeSign({ ...signs['nearly-the-same'], how }, t),
    );
    expect(new Set(hows).size).toBe(3);
  });
});

describe('describeHiddenBecause', () => {
  const words: Record<HiddenBecause, string> = {
    labels: 'A label differs',
    'tab-fails': 'The tab fails for all clusters, because of one',
    'not-drawn': 'Labelled right, not drawn',
    'not-asked-for': 'Labelled right, not asked for',
    'not-readable': 'Labelled right, not readable',
    'row-only': 'Row only, no pods',
  };

  it.each(Object.values(words))('has the words “%s” once', expected => {
    const shown = (
      [
        'labels',
        'tab-fails',
        'not-drawn',
        'not-asked-for',
        'not-readable',
        'row-only',
      ] as const
    ).filter(each => describeHiddenBecause(each, t) === expected);
    expect(shown.map(each => words[each])).toEqual([expected]);
  });
});

describe('describeNotChecked', () => {
  const reasons: { [Id in NotCheckedReason['id']]: string } = {
    'kinds-not-read': describeNotChecked(
      {
        id: 'kinds-not-read',
        values: { kinds: ['Ingress', 'Route'], clusters: ['dev'] },
      },
      t,
    ),
    'nothing-remembered': describeNotChecked(
      { id: 'nothing-remembered', values: {} },
      t,
    ),
    'log-not-read': describeNotChecked(
      { id: 'log-not-read', values: { workload: 'ticket-desk' } },
      t,
    ),
    'log-not-understood': describeNotChecked(
      { id: 'log-not-understood', values: { workload: 'ticket-desk' } },
      t,
    ),
    'outside-cluster': describeNotChecked(
      {
        id: 'outside-cluster',
        values: { workload: 'ticket-desk', host: 'db.test' },
      },
      t,
    ),
  };

  it('says why each rule could not know', () => {
    expect(reasons).toEqual({
      'kinds-not-read': 'Ingress and Route not read on dev',
      'nothing-remembered': 'The portal keeps no history',
      'log-not-read': 'The log of ticket-desk was not read',
      'log-not-understood':
        'The log of ticket-desk does not say what cannot be reached',
      'outside-cluster':
        'db.test, which ticket-desk needs, is outside the cluster',
    });
  });
});

describe('describeAccess', () => {
  it.each(Object.entries(sampleClusterFindings()))(
    'says %s in calm words',
    (key, finding) => {
      expect(`${finding.rule}/${finding.message.id}`).toBe(key);
      const { title, sentence, history } = describeAccess(finding, t);
      expect([title, sentence, history].join(' ')).not.toMatch(incomplete);
      expect(title).toContain('dev');
      expect(sentence).toMatch(/\.$/);
    },
  );

  it('says with whose account it was seen where the tab uses another', () => {
    const finding = sampleClusterFindings()['kind-readable/forbidden'];
    expect(describeAccess(finding, t).history).toMatch(
      /seen with the account of the label contract; the tab uses oidc$/,
    );
  });
});

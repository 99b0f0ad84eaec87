import { HealthFinding } from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { MessageKey } from '../testUtils/MessageKey';
import { sampleClaimFindings } from '../testUtils/sampleClaimFindings';
import { sampleFindings } from '../testUtils/sampleFindings';
import {
  SampleHealthFinding,
  sampleHealthFindings,
} from '../testUtils/sampleHealthFindings';
import { sampleLabelFindings } from '../testUtils/sampleLabelFindings';
import { describeFinding } from './describeFinding';
import { describeFix } from './describeFix';
import { describeTicket } from './describeTicket';

const t = englishWords();
const asOf = new Date('2026-01-05T11:00:00Z');

/** Characters that a title or a sentence takes at most, so that the card stays a card. */
const MOST_CHARACTERS = 240;

// The compiler wants a sample of every message here; the test sees that it is one of that message.
const healthSamples: Record<MessageKey<HealthFinding>, SampleHealthFinding> = {
  'quota-suffices/quota-exceeded': 'quota',
  'admission-accepts/pod-security': 'podSecurity',
  'admission-accepts/security-context-constraint': 'constraint',
  'admission-accepts/limit-range': 'limitRange',
  'admission-accepts/policy': 'policy',
  'admission-accepts/webhook-fails': 'webhook',
  'admission-accepts/refused': 'refused',
  'pods-schedulable/unschedulable': 'unschedulable',
  'node-serves-pods/node-not-ready': 'lostNode',
  'node-serves-pods/gate-closed': 'closedGate',
  'volumes-mount/not-mounted': 'unmountable',
  'volumes-mount/not-attached': 'unattachable',
  'volumes-mount/source-missing': 'missingSource',
  'volumes-mount/claim-unbound': 'unboundClaim',
  'image-pullable/not-pulled': 'image',
  'image-pullable/invalid-name': 'invalidImage',
  'configuration-exists/object-missing': 'missingSecret',
  'configuration-exists/key-missing': 'missingKey',
  'configuration-exists/refused': 'refusedConfiguration',
  'dependency-exists/service-missing': 'missingService',
  'dependency-exists/other-namespace': 'serviceElsewhere',
  'dependency-exists/no-endpoints': 'noEndpoints',
  'init-containers-finish/keeps-failing': 'failingInit',
  'init-containers-finish/still-running': 'hangingInit',
  'memory-suffices/out-of-memory': 'memory',
  'container-keeps-running/keeps-crashing': 'crashLoop',
  'job-completes/job-failed': 'failedJob',
  'job-completes/run-failed': 'failedRun',
  'probes-pass/not-ready': 'probes',
  'rollout-finishes/deadline-exceeded': 'rollout',
  'rollout-finishes/given-up': 'givenUp',
};

const byMessage = Object.entries({
  ...sampleClaimFindings(),
  ...sampleLabelFindings(),
  ...Object.fromEntries(
    Object.entries(healthSamples).map(([key, name]) => [
      key,
      sampleHealthFindings()[name],
    ]),
  ),
});

describe('samples of findings', () => {
  it.each(byMessage)('have one that says %s', (key, finding) => {
    expect(`${finding.rule}/${finding.message.id}`).toBe(key);
  });
});

describe('describeFinding', () => {
  it.each(sampleFindings())('has calm, complete words: %s', (_, finding) => {
    const { title, sentence, note, history } = describeFinding(finding, t);
    for (const words of [title, sentence, note ?? '-', history ?? '-']) {
      expect(words).not.toMatch(/\{\{|undefined|\[object|NaN|Invalid/);
      expect(words).not.toMatch(/!(\s|$)|please|oops|successfully/i);
      expect(words).not.toMatch(/ {2}|^\s|\s$|^$/);
      expect(words.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    }
    expect(title).not.toMatch(/\.$/);
    expect(sentence).toMatch(/\.$/);
    expect(sentence.split(/\.\s/).length).toBeLessThanOrEqual(3);
  });

  it.each(
    sampleFindings().filter(([, { subject }]) => subject.kind !== 'Deployment'),
  )('calls no other kind a Deployment: %s', (_, finding) => {
    const ticket = describeTicket({ finding, tool: 'oc', asOf }, t);
    expect(Object.values(describeFinding(finding, t)).join()).not.toMatch(
      /Deployment(?!Config)/,
    );
    expect(ticket).not.toMatch(/deployment(?!config)/i);
  });

  it('names the levels of a CronJob, and its Jobs instead of pods', () => {
    const { title, sentence } = describeFinding(
      sampleLabelFindings()['label-on-every-cron-level/missing'],
      t,
    );
    expect(title).toBe('payments-report: its Jobs are hidden');
    expect(sentence).toBe(
      'The label is not on its job template and pod template, from which each Job and its pods take theirs.',
    );
  });

  it('says two wrong places in one sentence', () => {
    expect(
      describeFinding(
        sampleLabelFindings()['label-matches-claim/value-differs'],
        t,
      ),
    ).toMatchObject({
      title: 'payments-ledger runs, but its 3 pods are hidden',
      sentence:
        'Its StatefulSet and pod template carry another value than the catalog asks for.',
    });
  });

  it('names who wrote a label, and says so where Kubernetes does not record it', () => {
    const samples = sampleLabelFindings();
    expect(
      describeFinding(samples['label-matches-claim/value-is-workload-name'], t)
        .history,
    ).toMatch(/^Lost between .+ and .+, by kubectl-patch$/);
    expect(
      describeFinding(samples['label-present/was-there'], t).history,
    ).toMatch(/^Lost .+; by whom is not recorded by Kubernetes$/);
  });

  it('counts claims of others that the reader may not see', () => {
    const samples = sampleClaimFindings();
    expect(describeFinding(samples['claim-unique/undecided'], t).sentence).toBe(
      'The claim of checkout-web and 2 entities that you may not see finds the same. The owners have to agree whose it is.',
    );
  });

  it('counts what a sentence has no room for', () => {
    expect(
      describeFinding(sampleClaimFindings()['kind-drawn/nothing-visible'], t)
        .sentence,
    ).toBe(
      'debug-1, debug-2 and 2 more are labelled right, and not shown. So nothing of the service is.',
    );
  });

  it.each([
    [
      'missingService',
      'It connects to postgres.desk-team:5432. No Service postgres exists in desk-team.',
    ],
    [
      'serviceElsewhere',
      'It connects to postgres.desk-team:5432. Service postgres is in database-team, not in desk-team.',
    ],
    [
      'failingDependency',
      'It connects to postgres.desk-team:5432. Behind Service postgres is StatefulSet postgres, which fails itself (volumes-mount).',
    ],
  ] as const)('says what a dependency lacks: %s', (name, sentence) => {
    expect(describeFinding(sampleHealthFindings()[name], t).sentence).toBe(
      sentence,
    );
  });
});

describe('describeFix', () => {
  it.each(sampleFindings())('names every way: %s', (_, { fixes }) => {
    for (const fix of fixes) {
      expect(describeFix(fix, t)).toMatch(/^[a-z][^{}]+[^.]$/);
    }
  });
});

describe('describeTicket', () => {
  it.each(sampleFindings())('is plain text without gaps: %s', (_, finding) => {
    const ticket = describeTicket({ finding, tool: 'kubectl', asOf }, t);
    expect(ticket).not.toMatch(/\{\{|undefined|\[object|\n\n|[*`#]/);
    expect(ticket).not.toMatch(/platform is not|not the platform/i);
  });

  it('says what fails, the line, what was ruled out, and what to do next', () => {
    const ticket = describeTicket(
      {
        finding: sampleHealthFindings().missingService,
        tool: 'oc',
        asOf,
      },
      t,
    );
    expect(ticket.split('\n')).toEqual([
      'ticket-desk keeps crashing',
      'Deployment ticket-desk in namespace desk-team, cluster workshop.',
      'It connects to postgres.desk-team:5432. No Service postgres exists in desk-team. Seen 2026-01-05T11:00:00Z.',
      '14 restarts, last exit code 1 (Error)',
      'Last lines of the log:',
      'FATAL: Cannot connect to database at postgres.desk-team:5432',
      'Checked: the pod is scheduled and its container starts.',
      'Next: correct the address, or create the Service. What is there:',
      'oc get services -n desk-team',
    ]);
  });

  it('does not ask for the log of a CronJob, which has none', () => {
    const ticket = describeTicket(
      { finding: sampleHealthFindings().crashingCronJob, tool: 'oc', asOf },
      t,
    );
    expect(ticket).toMatch(
      /oc get pods -n desk-team --sort-by=\.metadata\.creationTimestamp$/,
    );
  });
});

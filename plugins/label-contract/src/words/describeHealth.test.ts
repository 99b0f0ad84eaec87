import { englishWords } from '../__testUtils__/englishWords';
import {
  SampleHealthFinding,
  sampleHealthFindings,
} from '../testUtils/sampleHealthFindings';
import { describeHealth } from './describeHealth';
import { describeTicket } from './describeTicket';

const t = englishWords();
const samples = sampleHealthFindings();

const titles: Record<SampleHealthFinding, [title: string, sentence: string]> = {
  quota: [
    'ticket-desk: the quota has no room for its pods',
    'The API server refuses new pods, for the quota team-limits of namespace desk-team is used up.',
  ],
  unnamedQuota: [
    'ticket-desk: the quota has no room for its pods',
    'The API server refuses new pods, for a quota of namespace desk-team is used up.',
  ],
  podSecurity: [
    'ticket-desk: PodSecurity refuses its pods',
    'Namespace desk-team enforces restricted:latest, and the pod template does not keep to it.',
  ],
  constraint: [
    'ticket-desk: no security context constraint admits its pods',
    'Its service account may use none that allows what the pod template asks for.',
  ],
  limitRange: [
    'ticket-desk: the limits of its namespace refuse its pods',
    'Namespace desk-team has a LimitRange, and the pod template does not keep to it.',
  ],
  policy: [
    'ticket-desk: a policy refuses its pods',
    'no-latest denies what the pod template asks for.',
  ],
  webhook: [
    'ticket-desk: a webhook fails, and so its pods are refused',
    'The API server cannot call inject.mesh.test, and creates no pods without it.',
  ],
  refused: [
    'ticket-desk: the API server refuses its pods',
    'It does not create them in namespace desk-team.',
  ],
  unschedulable: [
    'ticket-desk: no node takes its pods',
    '2 pods wait for a node that fits.',
  ],
  lostNode: [
    'ticket-desk: node worker-2 is not ready',
    '1 pod gets no traffic, although all its containers are ready.',
  ],
  unknownNode: [
    'ticket-desk: its node is not ready',
    '2 pods get no traffic, although all their containers are ready.',
  ],
  closedGate: [
    'ticket-desk: readiness gate example.test/registered is closed',
    'Its containers are ready, but 1 pod gets no traffic before the gate opens.',
  ],
  unmountable: [
    'ticket-desk: volume uploads cannot be mounted',
    '1 pod waits for it, and its containers do not start.',
  ],
  unattachable: [
    'ticket-desk: a volume cannot be attached',
    '1 pod waits for it, and its containers do not start.',
  ],
  missingSource: [
    'ticket-desk: ConfigMap desk-templates does not exist',
    '1 pod waits for it, and its containers do not start.',
  ],
  unboundClaim: [
    'ticket-desk: volume claim desk-uploads is not bound',
    '1 pod waits for it, and its containers do not start.',
  ],
  missingService: [
    'ticket-desk keeps crashing',
    'It connects to postgres.desk-team:5432. No Service postgres exists in desk-team.',
  ],
  serviceElsewhere: [
    'ticket-desk cannot reach postgres.desk-team:5432',
    'It connects to postgres.desk-team:5432. Service postgres is in database-team, not in desk-team.',
  ],
  noEndpoints: [
    'ticket-desk keeps crashing',
    'It connects to postgres.desk-team:5432. Service postgres in desk-team has no ready pod behind it.',
  ],
  idleDependency: [
    'ticket-desk keeps crashing',
    'It connects to postgres.desk-team:5432. Behind Service postgres is StatefulSet postgres, of which nothing has to run now.',
  ],
  failingDependency: [
    'ticket-desk keeps crashing',
    'It connects to postgres.desk-team:5432. Behind Service postgres is StatefulSet postgres, which fails itself (volumes-mount).',
  ],
  failedJob: [
    'desk-import failed',
    'Kubernetes has given up and starts it no more.',
  ],
  failedRun: [
    'desk-report: the last run failed',
    'Job desk-report-29437920 failed, and no run has succeeded since.',
  ],
  crashLoop: [
    'ticket-desk keeps crashing',
    'Its container desk ends soon after each start.',
  ],
  crashingCronJob: [
    'desk-report keeps crashing',
    'Its container desk ends soon after each start.',
  ],
  rollout: [
    'ticket-desk does not finish its rollout',
    '0 of 2 pods of the newest revision are ready, and the deadline has passed.',
  ],
  givenUp: [
    'ticket-desk does not finish its rollout',
    '0 of 2 pods of the newest revision are ready, and its controller has given up: ProgressDeadlineExceeded.',
  ],
  image: [
    'ticket-desk: the image cannot be pulled',
    'Container desk waits for registry.test/desk:v2.',
  ],
  newImage: [
    'ticket-desk: the new image cannot be pulled',
    'Container desk waits for registry.test/desk:v2.',
  ],
  invalidImage: [
    'ticket-desk: the name of its image is not valid',
    'Container desk asks for “Desk:v2”, which names no image.',
  ],
  missingSecret: [
    'ticket-desk: Secret desk-database does not exist',
    'Container desk refers to it and cannot be created before it is there.',
  ],
  missingKey: [
    'ticket-desk: ConfigMap desk-settings has no key log.level',
    'Container desk refers to it and cannot be created before it is there.',
  ],
  refusedConfiguration: [
    'ticket-desk: its container cannot be created',
    'What container desk is configured to be cannot be had.',
  ],
  failingInit: [
    'ticket-desk: init container migrate keeps failing',
    'The other containers start only when it ends well.',
  ],
  hangingInit: [
    'ticket-desk: init container migrate does not finish',
    'It still runs, the other containers wait for it, and the deadline has passed.',
  ],
  memory: [
    'ticket-desk runs out of memory',
    'Its container desk was ended at its memory limit of 512Mi.',
  ],
  unlimitedMemory: [
    'ticket-desk runs out of memory',
    'Its container desk was ended for the want of memory. It has no limit of its own.',
  ],
  probes: [
    'ticket-desk runs, but is not ready',
    'The readiness probe of container desk fails, so 2 pods get no traffic.',
  ],
};

const commands: Record<SampleHealthFinding, string> = {
  quota: 'kubectl describe quota -n desk-team',
  unnamedQuota: 'kubectl describe quota -n desk-team',
  podSecurity: 'kubectl describe deployment/ticket-desk -n desk-team',
  constraint: 'kubectl describe deployment/ticket-desk -n desk-team',
  limitRange: 'kubectl describe deployment/ticket-desk -n desk-team',
  policy: 'kubectl describe deployment/ticket-desk -n desk-team',
  webhook:
    'kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations',
  refused: 'kubectl describe deployment/ticket-desk -n desk-team',
  unschedulable: 'kubectl describe nodes',
  lostNode: 'kubectl describe node worker-2',
  unknownNode: 'kubectl get nodes',
  closedGate: 'kubectl get pods -n desk-team -o wide',
  unmountable:
    'kubectl get events -n desk-team --field-selector reason=FailedMount',
  unattachable:
    'kubectl get events -n desk-team --field-selector reason=FailedAttachVolume',
  missingSource: 'kubectl get configmaps -n desk-team',
  unboundClaim:
    'kubectl describe persistentvolumeclaim desk-uploads -n desk-team',
  missingService: 'kubectl get services -n desk-team',
  serviceElsewhere: 'kubectl get services -n desk-team',
  noEndpoints:
    'kubectl get endpointslices -n desk-team -l kubernetes.io/service-name=postgres',
  idleDependency:
    'kubectl get endpointslices -n desk-team -l kubernetes.io/service-name=postgres',
  failingDependency:
    'kubectl get endpointslices -n desk-team -l kubernetes.io/service-name=postgres',
  failedJob: 'kubectl logs job/desk-import -n desk-team --all-containers',
  failedRun:
    'kubectl logs job/desk-report-29437920 -n desk-team --all-containers',
  crashLoop:
    'kubectl logs deployment/ticket-desk -n desk-team -c desk --previous',
  crashingCronJob:
    'kubectl get pods -n desk-team --sort-by=.metadata.creationTimestamp',
  rollout: 'kubectl describe deployment/ticket-desk -n desk-team',
  givenUp: 'kubectl describe deploymentconfig/ticket-desk -n desk-team',
  image: 'kubectl get events -n desk-team --field-selector reason=Failed',
  newImage: 'kubectl get events -n desk-team --field-selector reason=Failed',
  invalidImage:
    'kubectl get events -n desk-team --field-selector reason=Failed',
  missingSecret: 'kubectl get secrets -n desk-team',
  missingKey: 'kubectl describe configmap desk-settings -n desk-team',
  refusedConfiguration: 'kubectl describe deployment/ticket-desk -n desk-team',
  failingInit:
    'kubectl logs deployment/ticket-desk -n desk-team -c migrate --previous',
  hangingInit: 'kubectl logs deployment/ticket-desk -n desk-team -c migrate',
  memory: 'kubectl top pods -n desk-team --containers',
  unlimitedMemory: 'kubectl top pods -n desk-team --containers',
  probes: 'kubectl get events -n desk-team --field-selector reason=Unhealthy',
};

const names = Object.keys(titles).filter(
  (name): name is SampleHealthFinding => name in samples,
);
const ticketOf = (name: SampleHealthFinding) =>
  describeTicket(
    {
      finding: samples[name],
      tool: 'kubectl',
      asOf: new Date('2026-01-01T10:00:00Z'),
    },
    t,
  ).split('\n');

describe('describeHealth', () => {
  it.each(names)('says what is wrong: %s', name => {
    const { title, sentence } = describeHealth(samples[name], t);
    expect([title, sentence]).toEqual(titles[name]);
  });

  it('leaves the words of the cluster as they are', () => {
    expect(describeHealth(samples.unschedulable, t).quote).toBe(
      '0/3 nodes are available: 3 Insufficient memory.',
    );
  });

  it('says how an init container ended, and how often', () => {
    expect(describeHealth(samples.failingInit, t).note).toBe(
      '6 restarts, last exit code 1 (Error)',
    );
  });
});

describe('describeTicket, of how a workload runs', () => {
  it.each(names)('names thing, place and the next command: %s', name => {
    const ticket = ticketOf(name);
    const { kind, name: workload } = samples[name].subject;
    expect(ticket.slice(0, 2)).toEqual([
      titles[name][0],
      `${kind} ${workload} in namespace desk-team, cluster workshop.`,
    ]);
    expect(ticket.at(-1)).toBe(commands[name]);
    expect(ticket.at(-2)).toMatch(/^Next: .*:$/);
    expect(ticket.join('\n')).not.toMatch(/undefined|\{\{/);
  });

  it('is complete', () => {
    expect(ticketOf('missingKey')).toEqual([
      'ticket-desk: ConfigMap desk-settings has no key log.level',
      'Deployment ticket-desk in namespace desk-team, cluster workshop.',
      'Container desk refers to it and cannot be created before it is there. Seen 2026-01-01T10:00:00Z.',
      'Checked: the pod is scheduled and its image is pulled.',
      'Next: create it, or correct the reference. What is there:',
      'kubectl describe configmap desk-settings -n desk-team',
    ]);
  });

  it('repeats the cluster’s words, and since when probes fail', () => {
    expect(ticketOf('quota')).toContain(
      'Kubernetes says: exceeded quota: team-limits',
    );
    expect(ticketOf('probes')).toContain(
      'The readiness probe of container desk fails, so 2 pods get no traffic. So since 2026-01-01T09:48:00Z, seen 2026-01-01T10:00:00Z.',
    );
  });

  it('asks for memory with the words of each tool', () => {
    const ticket = describeTicket(
      { finding: samples.memory, tool: 'oc', asOf: new Date(0) },
      t,
    );
    expect(ticket).toMatch(/oc adm top pods -n desk-team --containers$/);
  });
});

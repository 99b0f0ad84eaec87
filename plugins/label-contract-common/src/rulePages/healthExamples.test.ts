import { documentsOf } from '../../scripts/documentsOf';
import { ContainerFacts } from '../facts/PodFacts';
import { checkHealth } from '../rules/checkHealth';
import { dependencyExists } from '../rules/dependencyExists';
import { jobCompletes } from '../rules/jobCompletes';
import { WorkloadCheck } from '../rules/Rule';
import { volumesMount } from '../rules/volumesMount';
import { aHealthCheck, aTrouble } from '../testUtils/aHealthCheck';
import { secondsAgo } from '../testUtils/healthOf';
import { aContainer, aDeployment, aPod } from '../testUtils/someFacts';
import {
  anEndpointSlice,
  aNamespace,
  aService,
} from '../testUtils/surroundings';
import { aJob } from '../testUtils/workloads';
import { valueAt } from '../testUtils/valueAt';

const namespace = 'inventory-team';
const deployment = aDeployment({ name: 'api', namespace, readyReplicas: 0 });
const podThatWaits = (waitingReason: string, facts?: Partial<ContainerFacts>) =>
  aPod(deployment, {
    isReady: false,
    readinessChangedAt: secondsAgo(300),
    containers: [aContainer({ isReady: false, waitingReason, ...facts })],
  });

/** A Job with the condition of the example. */
function aJobOf(example: unknown): WorkloadCheck {
  const condition = (field: string) =>
    String(valueAt(example, 'status', 'conditions', '0', field));
  const at = condition('lastTransitionTime');
  const over = { name: 'migrate', activePods: 0, readyReplicas: 0 };
  return aHealthCheck(
    condition('type') === 'Failed'
      ? aJob({ ...over, failure: { reason: condition('reason'), at } })
      : aJob({ ...over, completedAt: at }),
  );
}

/** A pod that is being created, and the Event of the example. */
function aPodWithEvent(example: unknown): WorkloadCheck {
  const pod = podThatWaits('ContainerCreating');
  const text = (field: string) => String(valueAt(example, field));
  const event = [text('reason'), text('message')] as const;
  return aHealthCheck(deployment, [pod], {
    troubles: { [pod.uid]: aTrouble({ events: [event] }) },
  });
}

/** A pod that asks for a database and ends, beside the Service of the example. */
function aPodBesideService(example: unknown): WorkloadCheck {
  const pod = podThatWaits('CrashLoopBackOff');
  const text = (field: string) => String(valueAt(example, 'metadata', field));
  const service = aService({
    name: text('name'),
    namespace: text('namespace'),
  });
  const main = [
    'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused',
  ];
  return aHealthCheck(
    deployment,
    [pod, aNamespace({ name: namespace }), service, anEndpointSlice(service)],
    { troubles: { [pod.uid]: aTrouble({ logLines: { main } }) } },
  );
}

describe.each([
  { rule: jobCompletes, asFacts: aJobOf },
  { rule: volumesMount, asFacts: aPodWithEvent },
  { rule: dependencyExists, asFacts: aPodBesideService },
])('the page of $rule.id', ({ rule, asFacts }) => {
  it('has a bad example that the rule finds before all others', () => {
    const check = asFacts(documentsOf(rule, 'Bad')[0]);
    expect(checkHealth(check)).toMatchObject({ rule: rule.id });
  });

  it('has a good example in which it finds nothing', () => {
    expect(rule.check(asFacts(documentsOf(rule, 'Good')[0]))).toBeUndefined();
  });
});

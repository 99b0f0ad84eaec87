import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { WorkloadRef } from '../facts/WorkloadRef';
import {
  EditSourceFix,
  GrantReadFix,
  RecreateWorkloadFix,
  RollPodsFix,
  SetLabelFix,
} from './Fix';
import { patchOfFix } from './patchOfFix';
import { CommandFix, renderFix } from './renderFix';
import { renderPatchFile } from './renderPatchFile';
import { renderRole } from './renderRole';
import { renderSourceFix } from './renderSourceFix';

const KEY = 'backstage.io/kubernetes-id';

const workload: WorkloadRef = {
  cluster: 'workshop',
  namespace: 'payments-team',
  kind: 'Deployment',
  name: 'payments-gateway',
  uid: '1',
};

const fix: SetLabelFix = {
  kind: 'set-label',
  workload,
  levels: ['pod-template'],
  key: KEY,
  value: 'payments-platform',
  replacesPods: 1,
};

/** The arguments that each command of kubectl gets from a real shell. */
function argumentsInShell(command: string): string[][] {
  const kubectl = `kubectl() { printf '%s\\0' "$@" END; }`;
  const output = execFileSync('sh', ['-c', `${kubectl}\n${command}`], {
    encoding: 'utf8',
  });
  return output
    .split('END\0')
    .slice(0, -1)
    .map(each => each.split('\0').slice(0, -1));
}

describe('renderFix', () => {
  it.each(['oc', 'kubectl'] as const)('renders one line for %s', tool => {
    expect(renderFix(fix, tool)).toBe(
      `${tool} patch deployment payments-gateway -n payments-team --type=merge -p '{"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}}}}}'`,
    );
  });

  it('sets all levels with one patch', () => {
    expect(
      renderFix({ ...fix, levels: ['object', 'pod-template'] }, 'oc'),
    ).toContain(
      `'{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}},"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}}}}}'`,
    );
  });

  it('sets the three levels of a CronJob with one patch', () => {
    const labels = { [KEY]: 'payments-platform' };
    expect(
      patchOfFix({
        ...fix,
        workload: { ...workload, kind: 'CronJob' },
        levels: ['object', 'job-template', 'pod-template'],
      }),
    ).toEqual({
      metadata: { labels },
      spec: {
        jobTemplate: {
          metadata: { labels },
          spec: { template: { metadata: { labels } } },
        },
      },
    });
  });

  it.each([
    ['Rollout', 'rollouts.argoproj.io'],
    ['DeploymentConfig', 'deploymentconfigs.apps.openshift.io'],
    ['ReplicationController', 'replicationcontroller'],
  ] as const)('names a %s so that nothing else is meant', (kind, resource) => {
    expect(
      renderFix({ ...fix, workload: { ...workload, kind } }, 'oc'),
    ).toMatch(`oc patch ${resource} payments-gateway `);
  });

  it('labels pods in place where nothing replaces them', () => {
    expect(renderFix({ ...fix, pods: ['web-0', 'web-1'] }, 'oc')).toMatch(
      /\noc label pod web-0 web-1 backstage.io\/kubernetes-id=payments-platform --overwrite -n payments-team$/,
    );
    expect(
      renderFix({ ...fix, kind: 'label-pods', pods: ['web-0'] }, 'kubectl'),
    ).toBe(
      'kubectl label pod web-0 backstage.io/kubernetes-id=payments-platform --overwrite -n payments-team',
    );
  });

  it('removes a label, or what stands under annotations', () => {
    const removal = {
      ...fix,
      kind: 'remove-label',
      under: 'annotations',
    } as const;
    expect(patchOfFix({ ...removal, levels: ['object'] })).toEqual({
      metadata: { annotations: { [KEY]: null } },
    });
    expect(renderFix({ ...removal, under: 'labels' }, 'oc')).toContain(
      `{"labels":{"${KEY}":null}}`,
    );
  });

  it('gives any value to kubectl as it is, and as text', () => {
    const anyText = fc
      .string({ unit: 'binary', maxLength: 20 })
      .filter(text => !/\0|END/.test(text));
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, key, value) => {
        const odd: CommandFix = {
          ...fix,
          workload: { ...workload, name },
          key,
          value,
          pods: [name],
        };
        const [patch, label] = argumentsInShell(renderFix(odd, 'kubectl'));

        expect(patch.slice(0, 3)).toEqual(['patch', 'deployment', name]);
        expect(JSON.parse(patch[7])).toEqual(patchOfFix(odd));
        expect(label.slice(0, 4)).toEqual([
          'label',
          'pod',
          name,
          `${key}=${value}`,
        ]);
        expect(parse(renderPatchFile(odd))).toEqual(patchOfFix(odd));
      }),
      { numRuns: 40 },
    );
  });
});

describe('renderFix of pods to replace', () => {
  const roll = (
    kind: WorkloadRef['kind'],
    how: RollPodsFix['how'],
  ): RollPodsFix => ({
    kind: 'roll-pods',
    workload: { ...workload, kind, name: 'web' },
    how,
    pods: ['web-0', 'web-1'],
  });

  it.each([
    ['Deployment', 'restart', 'kubectl rollout restart deployment web'],
    ['StatefulSet', 'restart', 'kubectl rollout restart statefulset web'],
    ['Rollout', 'restart', 'kubectl argo rollouts restart web'],
    ['DeploymentConfig', 'restart', 'oc rollout latest dc/web'],
    ['Deployment', 'resume-rollout', 'kubectl rollout resume deployment web'],
    ['Rollout', 'resume-rollout', 'kubectl argo rollouts promote web'],
    ['DeploymentConfig', 'resume-rollout', 'oc rollout resume dc/web'],
  ] as const)('of a %s by %s', (kind, how, command) => {
    expect(renderFix(roll(kind, how), 'kubectl')).toBe(
      `${command} -n payments-team`,
    );
  });

  it('deletes pods one after the other', () => {
    expect(renderFix(roll('StatefulSet', 'delete-pods'), 'oc')).toBe(
      [
        'oc delete pod web-0 -n payments-team',
        'oc delete pod web-1 -n payments-team',
      ].join('\n'),
    );
  });
});

describe('renderFix of a workload to make anew', () => {
  const recreate: RecreateWorkloadFix = {
    kind: 'recreate-workload',
    workload: { ...workload, name: 'web' },
    levels: ['pod-template'],
    key: KEY,
    value: 'payments-platform',
    how: 'orphan',
  };

  it('deletes nothing before its successor is written down, and stops where a step fails', () => {
    const [successor, deletion, creation] = renderFix(recreate, 'oc').split(
      ' &&\n',
    );

    expect(successor).toMatch(
      /^oc get deployment web -n payments-team -o json \| oc patch --local -f - --type=merge -p '.*' -o json > web.json$/,
    );
    expect(successor).toContain(`"selector":{"matchLabels":{"${KEY}":null}}`);
    expect(deletion).toBe(
      'oc delete deployment web -n payments-team --cascade=orphan',
    );
    expect(creation).toBe('oc create -f web.json');
  });

  it('labels first what has to fit another selector', () => {
    const text = renderFix(
      {
        ...recreate,
        selectBy: { key: 'app', value: 'web' },
        adopted: {
          kind: 'ReplicaSet',
          names: ['web-1', 'web-2'],
          labels: { app: 'web' },
        },
      },
      'oc',
    );

    expect(text).toContain(`"matchLabels":{"${KEY}":null,"app":"web"}`);
    expect(text).toMatch(
      / &&\noc label replicaset web-1 web-2 app=web --overwrite -n payments-team &&\noc create /,
    );
  });

  it('lets the pods go where they cannot be kept', () => {
    expect(renderFix({ ...recreate, how: 'downtime' }, 'oc')).not.toContain(
      'orphan',
    );
  });
});

describe('renderFix of a right to read', () => {
  const grant: GrantReadFix = {
    kind: 'grant-read',
    cluster: 'workshop',
    apiGroups: ['apps'],
    resources: ['statefulsets'],
    verbs: ['list', 'watch'],
    account: 'system:serviceaccount:backstage:portal',
  };
  const documentsOf = (each: GrantReadFix) =>
    parseAllDocuments(renderRole(each)).map(document => document.toJS());

  it('grants exactly that, to the account', () => {
    const [role, binding] = documentsOf(grant);

    expect(role).toMatchObject({
      kind: 'ClusterRole',
      rules: [
        {
          apiGroups: ['apps'],
          resources: ['statefulsets'],
          verbs: ['list', 'watch'],
        },
      ],
    });
    expect(binding).toMatchObject({
      kind: 'ClusterRoleBinding',
      roleRef: { kind: 'ClusterRole', name: role.metadata.name },
      subjects: [
        { kind: 'ServiceAccount', name: 'portal', namespace: 'backstage' },
      ],
    });
  });

  it('stays in a namespace, and binds users', () => {
    const [role, binding] = documentsOf({
      ...grant,
      namespace: 'payments-team',
      account: 'portal@example.com',
    });

    expect(role).toMatchObject({
      kind: 'Role',
      metadata: { namespace: 'payments-team' },
    });
    expect(binding).toMatchObject({
      kind: 'RoleBinding',
      subjects: [{ kind: 'User', name: 'portal@example.com' }],
    });
  });

  it('leaves the binding to somebody who knows the account', () => {
    expect(documentsOf({ ...grant, account: undefined })).toHaveLength(1);
  });

  it('reaches kubectl as it is', () => {
    const text = renderFix({ ...grant, account: "o'$(id)`id`" }, 'kubectl');
    const output = execFileSync('sh', ['-c', `kubectl() { cat; }\n${text}`], {
      encoding: 'utf8',
    });

    expect(output.trimEnd()).toBe(
      renderRole({ ...grant, account: "o'$(id)`id`" }),
    );
  });
});

describe('renderSourceFix', () => {
  it('shows the label where it has to stand in the manifest', () => {
    const source: EditSourceFix = {
      ...fix,
      kind: 'edit-source',
      manager: { tool: 'argo-cd', ref: 'payments' },
      levels: ['object', 'pod-template'],
      value: 'no',
      then: 'sync',
    };

    expect(parse(renderSourceFix(source))).toEqual({
      kind: 'Deployment',
      metadata: { name: 'payments-gateway', labels: { [KEY]: 'no' } },
      spec: { template: { metadata: { labels: { [KEY]: 'no' } } } },
    });
  });
});

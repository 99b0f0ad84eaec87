import { GrantReadFix } from './Fix';
import { toYaml, YamlValue } from './toYaml';

const RBAC = 'rbac.authorization.k8s.io';
const SERVICE_ACCOUNT = 'system:serviceaccount:';

/**
 * The role that grants what is missing, as YAML: exactly that and nothing else; with its binding, where
 * the account is known.
 *
 * @public
 */
export function renderRole(fix: GrantReadFix): string {
  const { apiGroups, resources, verbs, namespace, account } = fix;
  const scope = namespace === undefined ? 'ClusterRole' : 'Role';
  const metadata = {
    name: nameOfRole(fix),
    ...(namespace !== undefined && { namespace }),
  };
  const role = {
    apiVersion: `${RBAC}/v1`,
    kind: scope,
    metadata,
    rules: [{ apiGroups, resources, verbs }],
  };
  const binding = account !== undefined && {
    apiVersion: `${RBAC}/v1`,
    kind: `${scope}Binding`,
    metadata,
    roleRef: { apiGroup: RBAC, kind: scope, name: metadata.name },
    subjects: [subjectOf(account)],
  };
  return [role, ...(binding ? [binding] : [])]
    .map(each => toYaml(each, { lists: 'inline' }))
    .join('\n---\n');
}

/** Tells what it grants, so that two roles of this kind never overwrite each other. */
function nameOfRole({ apiGroups, resources }: GrantReadFix): string {
  return [
    'label-contract-reads',
    ...resources.map(resource => resource.replaceAll('/', '-')),
    ...apiGroups.filter(group => group !== ''),
  ].join('-');
}

function subjectOf(account: string): YamlValue {
  const [namespace, name] = account.startsWith(SERVICE_ACCOUNT)
    ? account.slice(SERVICE_ACCOUNT.length).split(':')
    : [];
  return namespace !== undefined && name !== undefined
    ? { kind: 'ServiceAccount', name, namespace }
    : { kind: 'User', apiGroup: RBAC, name: account };
}

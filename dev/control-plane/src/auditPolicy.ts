/**
 * What `logs/audit.log` holds: one line, JSON, for each request of a ServiceAccount, when it arrives. Not the
 * harness, which writes thousands of objects, nor the programs of the control plane.
 */
export const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  // A watch has three stages besides; counted once, it is one request.
  omitStages: ['ResponseStarted', 'ResponseComplete', 'Panic'],
  rules: [
    { level: 'None', users: ['harness'] },
    { level: 'Metadata', userGroups: ['system:serviceaccounts'] },
    { level: 'None' },
  ],
};

import type { createTemplateAction } from '@backstage/plugin-scaffolder-node';

type InputSchema = NonNullable<
  Parameters<typeof createTemplateAction>[0]['schema']
>['input'];

/** What the scaffolder hands to a schema. It is the host's own zod: another one would make schemas that it can't read. */
export type Zod = Parameters<Extract<InputSchema, (z: any) => unknown>>[0];

/** Which cluster. */
export const clusterField = (z: Zod) =>
  z
    .string()
    .optional()
    .describe('Name of the cluster; needed where there are several');

/** Whether to write. */
export const dryRunField = (z: Zod) =>
  z
    .boolean()
    .optional()
    .describe('True to find out what would be done, and do nothing');

/** Where Argo CD is. */
export const argoCdNamespaceField = (z: Zod) =>
  z.string().optional().describe('Namespace of Argo CD; default: argocd');

/** Whether somebody else may ask. */
export const membershipField = (z: Zod) =>
  z
    .boolean()
    .optional()
    .describe('True to refuse whoever is not a member of the team');

/** Outputs that tell of objects. */
export const objectsOutputs = {
  cluster: (z: Zod) => z.string().describe('Name of the cluster'),
  summary: (z: Zod) => z.string().describe('What was done, in a few words'),
  rows: (z: Zod) =>
    z
      .string()
      .describe('Rows of a Markdown table: object, name, what was done'),
  diff: (z: Zod) =>
    z.string().describe('Markdown code blocks with what changes; may be empty'),
};

/** What describes a namespace. */
export const namespaceFields = {
  namespace: (z: Zod) =>
    z.string().describe('Name of the namespace: a DNS label'),
  team: (z: Zod) => z.string().describe('Owner: a group’s name or entity ref'),
  service: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Service that the namespace is for: name or entity ref'),
  lifecycle: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Lifecycle of the service, such as production'),
  description: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('A sentence that consoles show beside the name'),
  labels: (z: Zod) =>
    z.record(z.string()).optional().describe('Further labels'),
  annotations: (z: Zod) =>
    z.record(z.string()).optional().describe('Further annotations'),
  podSecurity: (z: Zod) =>
    z
      .enum(['privileged', 'baseline', 'restricted'])
      .optional()
      .describe(
        'Pod Security Standard that its pods have to meet; default: restricted',
      ),
  quota: (z: Zod) =>
    z
      .record(z.string())
      .optional()
      .describe(
        'What all its pods and objects together may use, as in a ResourceQuota; default: no quota',
      ),
  containerDefaults: (z: Zod) =>
    z
      .object({
        requests: z.record(z.string()).optional(),
        limits: z.record(z.string()).optional(),
      })
      .optional()
      .describe(
        'Requests and limits of containers that name none, by a LimitRange',
      ),
  networkPolicy: (z: Zod) =>
    z
      .enum(['deny-ingress', 'deny-all'])
      .optional()
      .describe(
        'Refuses traffic from elsewhere, or also to elsewhere, but for DNS, the namespace itself and OpenShift’s router',
      ),
  teamRole: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'ClusterRole that the team’s group gets in the namespace; the portal has to be allowed to bind it',
      ),
};

/** What describes a workload, besides what it is and whose. */
export const workloadFields = {
  name: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Name of the Deployment; default: <service>-<component>'),
  image: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Container image; default: one of the UBI catalogue that runs as non-root',
      ),
  replicas: (z: Zod) =>
    z
      .number()
      .optional()
      .describe(
        'Pods to start with, default 1; left as it is where the Deployment exists',
      ),
  port: (z: Zod) =>
    z.number().optional().describe('Port that an api listens on; default 8080'),
  env: (z: Zod) =>
    z
      .record(z.string())
      .optional()
      .describe('Environment variables; no secrets: all readers see them'),
  resources: (z: Zod) =>
    z
      .object({
        requests: z.record(z.string()).optional(),
        limits: z.record(z.string()).optional(),
      })
      .optional()
      .describe('Requests and limits, as in a container'),
  expose: (z: Zod) =>
    z
      .enum(['none', 'route', 'ingress'])
      .optional()
      .describe(
        'How an api is reached from outside of the cluster; default: not at all',
      ),
  host: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('DNS name of the Route or Ingress; an Ingress needs one'),
  disruptionBudget: (z: Zod) =>
    z
      .boolean()
      .optional()
      .describe('True for a PodDisruptionBudget: one pod at a time'),
  autoscaling: (z: Zod) =>
    z
      .object({
        minReplicas: z.number().optional(),
        maxReplicas: z.number(),
        cpuPercent: z.number().optional(),
      })
      .optional()
      .describe(
        'More pods when they use more than cpuPercent (default 80) of the CPU that they request',
      ),
};

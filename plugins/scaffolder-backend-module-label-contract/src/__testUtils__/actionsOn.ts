import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EntityReport } from '@portal-operations/plugin-label-contract-common';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import type { JsonObject } from '@backstage/types';
import { namespaceCreateAction } from '../actions/namespaceCreateAction';
import { serviceRemoveAction } from '../actions/serviceRemoveAction';
import { workloadDeployAction } from '../actions/workloadDeployAction';
import { recordingAuditor } from './recordingAuditor';
import { ActionRun, runAction, RunActionOptions } from './runAction';
import type { PortalCluster } from './startPortalCluster';

/** How an action is run here. */
export interface ActionOptions extends RunActionOptions {
  /** Another account, or another address. */
  access?: ClusterAccess;
  /** Refs that the user owns things as. */
  ownershipEntityRefs?: string[];
  /** What the backend of the label contract would answer; undefined for 404. */
  report?: EntityReport;
}

/** The actions as the scaffolder would run them, and the cluster to look at. */
export interface ActionsOnCluster {
  createNamespace(
    input: JsonObject,
    options?: ActionOptions,
  ): Promise<ActionRun>;
  deploy(input: JsonObject, options?: ActionOptions): Promise<ActionRun>;
  remove(input: JsonObject, options?: ActionOptions): Promise<ActionRun>;
  kubectl(...args: string[]): Promise<string>;
  /** The answer of `kubectl get`, with managed fields. */
  get(...args: string[]): Promise<any>;
  /** What the audit log was told. */
  readonly events: ReturnType<typeof recordingAuditor>['events'];
}

/** Prepares the actions for a cluster, with the entities that the catalog has. */
export function actionsOn(
  portal: PortalCluster,
  entities: Entity[] = [],
): ActionsOnCluster {
  const { auditor, events } = recordingAuditor();
  const kubectl = (...args: string[]) => portal.controlPlane.kubectl(args);
  return {
    createNamespace: (input, options = {}) =>
      runAction(
        namespaceCreateAction({
          clusters: options.access ?? portal.access,
          auditor,
          userInfo: mockServices.userInfo({
            ownershipEntityRefs: options.ownershipEntityRefs,
          }),
        }),
        input,
        options,
      ),
    deploy: (input, options = {}) =>
      runAction(
        workloadDeployAction({
          clusters: options.access ?? portal.access,
          catalog: catalogServiceMock({ entities }),
          auditor,
          reports: { read: async () => options.report },
        }),
        input,
        options,
      ),
    remove: (input, options = {}) =>
      runAction(
        serviceRemoveAction({
          clusters: options.access ?? portal.access,
          catalog: catalogServiceMock({ entities }),
          auditor,
          userInfo: mockServices.userInfo({
            ownershipEntityRefs: options.ownershipEntityRefs,
          }),
        }),
        input,
        options,
      ),
    kubectl,
    get: async (...args) =>
      JSON.parse(
        await kubectl('get', ...args, '--show-managed-fields', '--output=json'),
      ),
    events,
  };
}

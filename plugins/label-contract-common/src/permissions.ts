import { createPermission } from '@backstage/plugin-permission-common';

/**
 * May read reports: the card, the tab, the fleet page.
 *
 * @public
 */
export const labelContractReportReadPermission = createPermission({
  name: 'label-contract.report.read',
  attributes: { action: 'read' },
});

/**
 * May read which workloads carry a contract label that no entity claims: they belong to nobody whom the
 * catalog could ask.
 *
 * @public
 */
export const labelContractWorkloadReadPermission = createPermission({
  name: 'label-contract.workload.read',
  attributes: { action: 'read' },
});

/**
 * May read the log lines in a report. Who lacks it still reads why a container fails: exit code,
 * reason, and what it does not reach.
 *
 * @public
 */
export const labelContractLogReadPermission = createPermission({
  name: 'label-contract.log.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of this plugin, for the permission framework's registry.
 *
 * @public
 */
export const labelContractPermissions = [
  labelContractReportReadPermission,
  labelContractWorkloadReadPermission,
  labelContractLogReadPermission,
];

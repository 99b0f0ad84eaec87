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
 * Every permission of this plugin, for the permission framework's registry.
 *
 * @public
 */
export const labelContractPermissions = [labelContractReportReadPermission];

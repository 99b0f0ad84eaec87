import { Finding } from '@portal-operations/plugin-label-contract-common';

/** Names what a finding says, as `rule/message id`: "label-present/was-there". */
export type MessageKey<Some extends Finding> = Some extends Finding
  ? `${Some['rule']}/${Some['message']['id']}`
  : never;

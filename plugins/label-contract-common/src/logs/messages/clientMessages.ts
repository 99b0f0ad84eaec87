import { brokerMessages } from './brokerMessages';
import { databaseMessages } from './databaseMessages';
import { MessagePattern } from './MessagePattern';
import { resolverMessages } from './resolverMessages';
import { socketMessages } from './socketMessages';

/**
 * The known messages, in the order in which they are tried: clients before the sockets below them,
 * because a client names what it was told and a socket what that was resolved to.
 */
export const clientMessages: readonly MessagePattern[] = [
  ...brokerMessages,
  ...databaseMessages,
  ...resolverMessages,
  ...socketMessages,
];

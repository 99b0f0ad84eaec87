/** The port that a URL means where it names none. */
export const portOfScheme: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['ws', 80],
  ['https', 443],
  ['wss', 443],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['mysql', 3306],
  ['mariadb', 3306],
  ['sqlserver', 1433],
  ['redis', 6379],
  ['rediss', 6379],
  ['mongodb', 27017],
  ['amqp', 5672],
  ['amqps', 5671],
  ['nats', 4222],
  ['kafka', 9092],
  ['ldap', 389],
  ['ldaps', 636],
]);

/**
 * Ports on which services commonly listen. `redis:6379` is an address wherever it stands, `attempt:3`
 * is not.
 */
export const knownPorts: ReadonlySet<number> = new Set([
  25, 80, 389, 443, 587, 636, 1433, 1521, 1883, 2181, 2379, 2380, 3000, 3306,
  4222, 4317, 4318, 5000, 5432, 5433, 5601, 5671, 5672, 6379, 6380, 6432, 8000,
  8080, 8081, 8086, 8123, 8200, 8443, 8500, 8888, 9000, 9042, 9090, 9092, 9093,
  9094, 9200, 9300, 9411, 11211, 15672, 26257, 26379, 27017, 50051, 61616,
]);

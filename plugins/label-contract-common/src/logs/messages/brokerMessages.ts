import { messagePattern, MessagePattern } from './MessagePattern';

/** Messages of the clients of Redis, Kafka, RabbitMQ, NATS, ZooKeeper and Elasticsearch. */
export const brokerMessages: readonly MessagePattern[] = [
  {
    name: 'kafka-java-node',
    pattern: messagePattern(
      String.raw`Connection to node -?\d{1,10} \(<host>/(?:\[?<address>\]?|<unresolved>):<port>\) could not be established`,
    ),
    problem: 'failed',
    example: {
      text: '[AdminClient clientId=adminclient-1] Connection to node -1 (kafka/10.0.0.1:9092) could not be established. Broker may not be available.',
      host: 'kafka',
      port: 9092,
      address: '10.0.0.1',
      problem: 'failed',
    },
  },
  {
    name: 'kafka-java-connecting',
    pattern: messagePattern(
      String.raw`(?:Error connecting to node|Bootstrap broker) <endpoint> \(id: [^)]{1,60}\)`,
    ),
    example: {
      text: '[Producer clientId=producer-1] Error connecting to node kafka-0.kafka:9092 (id: 0 rack: null)',
      host: 'kafka-0.kafka',
      port: 9092,
      problem: 'failed',
    },
  },
  {
    name: 'librdkafka-resolve',
    pattern: messagePattern(String.raw`Failed to resolve '<endpoint>': `),
    problem: 'not-found',
    example: {
      text: "%3|1714550400.123|FAIL|rdkafka#producer-1| [thrd:kafka:9092/bootstrap]: kafka:9092/bootstrap: Failed to resolve 'kafka:9092': Name or service not known (after 3ms in state CONNECT)",
      host: 'kafka',
      port: 9092,
      problem: 'not-found',
    },
  },
  {
    name: 'librdkafka-connect',
    pattern: messagePattern(
      String.raw`(?<host>[A-Za-z0-9_][\w.-]{0,252}):<port>/\w{1,20}: Connect to ipv[46]#\[?<address>\]?:\d{1,5} failed`,
    ),
    example: {
      text: '%3|1714550400.123|FAIL|rdkafka#consumer-1| [thrd:kafka.bus:9092/bootstrap]: kafka.bus:9092/bootstrap: Connect to ipv4#10.0.0.1:9092 failed: Connection refused (after 1ms in state CONNECT)',
      host: 'kafka.bus',
      port: 9092,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'kafka-python',
    pattern: messagePattern(
      String.raw`BrokerConnection [^>]{0,80}host=<endpoint> .{0,300}(?:error \d|failed|Disconnecting)`,
    ),
    example: {
      text: "ERROR:kafka.conn:<BrokerConnection node_id=bootstrap-0 host=kafka:9092 <connecting> [IPv4 ('10.0.0.1', 9092)]>: Connect attempt to <BrokerConnection node_id=bootstrap-0 host=kafka:9092> returned error 111. Disconnecting.",
      host: 'kafka',
      port: 9092,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'redis-py',
    pattern: messagePattern(
      String.raw`Error -?\d{1,5} connecting to <endpoint>(?=[.\s])`,
    ),
    example: {
      text: 'redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.',
      host: 'redis',
      port: 6379,
      problem: 'refused',
    },
  },
  {
    name: 'redis-java',
    pattern: messagePattern(
      String.raw`Unable to connect to (?:Redis server: )?\[?<host>(?:/(?:\[?<address>\]?|<unresolved>))?:<port>`,
    ),
    example: {
      text: 'io.lettuce.core.RedisConnectionException: Unable to connect to redis/<unresolved>:6379',
      host: 'redis',
      port: 6379,
      problem: 'failed',
    },
  },
  {
    name: 'jedis',
    pattern: messagePattern(
      String.raw`Failed connecting to (?:host )?"?<endpoint>"?`,
    ),
    problem: 'failed',
    example: {
      text: 'redis.clients.jedis.exceptions.JedisConnectionException: Failed connecting to host redis:6379',
      host: 'redis',
      port: 6379,
      problem: 'failed',
    },
  },
  {
    name: 'redis-cli',
    pattern: messagePattern(
      String.raw`Could not connect to Redis at <endpoint>:`,
    ),
    example: {
      text: 'Could not connect to Redis at redis:6379: Connection refused',
      host: 'redis',
      port: 6379,
      problem: 'refused',
    },
  },
  {
    name: 'stackexchange-redis',
    pattern: messagePattern(String.raw`\bUnableToConnect on <endpoint>/`),
    problem: 'failed',
    example: {
      text: 'StackExchange.Redis.RedisConnectionException: It was not possible to connect to the redis server(s). UnableToConnect on redis:6379/Interactive, Initializing/NotStarted, last: NONE, origin: BeginConnectAsync',
      host: 'redis',
      port: 6379,
      problem: 'failed',
    },
  },
  {
    name: 'rabbitmq-dotnet',
    pattern: messagePattern(String.raw`Connection failed, host <endpoint>`),
    problem: 'failed',
    example: {
      text: 'RabbitMQ.Client.Exceptions.ConnectFailureException: Connection failed, host rabbitmq:5672',
      host: 'rabbitmq',
      port: 5672,
      problem: 'failed',
    },
  },
  {
    name: 'zookeeper-session',
    pattern: messagePattern(
      String.raw`Session \S{1,30} for server <host>(?:/(?:<address>|<unresolved>))?:<port>, .{0,60}(?:closing|unexpected|Attempting reconnect)`,
    ),
    example: {
      text: 'Session 0x0 for server zookeeper/10.0.0.1:2181, Closing socket connection. Attempting reconnect except it is a SessionExpiredException. java.net.ConnectException: Connection refused',
      host: 'zookeeper',
      port: 2181,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
];

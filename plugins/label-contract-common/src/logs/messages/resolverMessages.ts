import { messagePattern, MessagePattern } from './MessagePattern';

/**
 * Names that could not be resolved. They are tried first: such a message often holds the address of
 * the resolver, which is not what could not be reached.
 */
export const resolverMessages: readonly MessagePattern[] = [
  {
    name: 'go-lookup-not-found',
    pattern: messagePattern(
      String.raw`\blookup <host>(?: on \S{1,60})?: no such host`,
    ),
    problem: 'not-found',
    example: {
      text: 'dial tcp: lookup postgres on 10.96.0.10:53: no such host',
      host: 'postgres',
      problem: 'not-found',
    },
  },
  {
    name: 'go-lookup-unanswered',
    pattern: messagePattern(
      String.raw`\blookup <host>(?: on \S{1,60})?: (?:server misbehaving|read udp|write udp|dial udp|i/o timeout|.{0,30}temporary)`,
    ),
    problem: 'dns-failed',
    example: {
      text: 'dial tcp: lookup postgres on 10.96.0.10:53: read udp 10.244.0.5:34567->10.96.0.10:53: i/o timeout',
      host: 'postgres',
      problem: 'dns-failed',
    },
  },
  {
    name: 'node-getaddrinfo',
    pattern: messagePattern(
      String.raw`\b(?:getaddrinfo|query[A-Z]\w{0,6}) (?:ENOTFOUND|EAI_NONAME|EAI_NODATA|ENODATA) (?:_\w{1,20}\._tcp\.)?<host>`,
    ),
    problem: 'not-found',
    example: {
      text: 'Error: getaddrinfo ENOTFOUND postgres',
      host: 'postgres',
      problem: 'not-found',
    },
  },
  {
    name: 'node-getaddrinfo-unanswered',
    pattern: messagePattern(
      String.raw`\b(?:getaddrinfo|query[A-Z]\w{0,6}) (?:EAI_AGAIN|ETIMEOUT|ESERVFAIL|ECONNREFUSED) (?:_\w{1,20}\._tcp\.)?<host>`,
    ),
    problem: 'dns-failed',
    example: {
      text: 'MongooseServerSelectionError: getaddrinfo EAI_AGAIN mongo.data',
      host: 'mongo.data',
      problem: 'dns-failed',
    },
  },
  {
    name: 'libpq-translate-host-name',
    pattern: messagePattern(
      String.raw`could not translate host name <q><host><q> to address`,
    ),
    example: {
      text: 'psycopg2.OperationalError: could not translate host name "db" to address: Temporary failure in name resolution',
      host: 'db',
      problem: 'dns-failed',
    },
  },
  {
    name: 'java-unknown-host-failed-to-resolve',
    pattern: messagePattern(
      String.raw`UnknownHostException: (?:failed to resolve )<q><host><q>`,
    ),
    problem: 'not-found',
    example: {
      text: "java.net.UnknownHostException: Failed to resolve 'redis' [A(1), AAAA(28)] after 4 queries",
      host: 'redis',
      problem: 'not-found',
    },
  },
  {
    name: 'java-unknown-host-in-parentheses',
    pattern: messagePattern(
      String.raw`no such host is known\.? \(<endpoint>\)`,
    ),
    problem: 'not-found',
    example: {
      text: 'System.Net.Http.HttpRequestException: No such host is known. (api:8080)',
      host: 'api',
      port: 8080,
      problem: 'not-found',
    },
  },
  {
    name: 'java-unknown-host-unanswered',
    pattern: messagePattern(
      String.raw`<host>: (?:Temporary failure in name resolution|Try again)`,
    ),
    problem: 'dns-failed',
    example: {
      text: 'Caused by: java.net.UnknownHostException: kafka: Temporary failure in name resolution',
      host: 'kafka',
      problem: 'dns-failed',
    },
  },
  {
    name: 'java-unknown-host',
    pattern: messagePattern(
      String.raw`UnknownHostException: (?!No such|Unable|Failed|Could)<host>`,
    ),
    problem: 'not-found',
    example: {
      text: 'Caused by: java.net.UnknownHostException: postgres.inventory-team',
      host: 'postgres.inventory-team',
      problem: 'not-found',
    },
  },
  {
    name: 'mongodb-java-name',
    pattern: messagePattern(
      String.raw`MongoSocketException: <host>: (?:Name or service|Name does not|nodename)`,
    ),
    problem: 'not-found',
    example: {
      text: 'exception={com.mongodb.MongoSocketException: mongo: Name or service not known}',
      host: 'mongo',
      problem: 'not-found',
    },
  },
  {
    name: 'kafka-java-bootstrap',
    pattern: messagePattern(
      String.raw`Couldn't resolve server <q><endpoint><q> from bootstrap\.servers`,
    ),
    problem: 'not-found',
    example: {
      text: "WARN [main] o.a.k.c.ClientUtils - Couldn't resolve server kafka:9092 from bootstrap.servers as DNS resolution failed for kafka",
      host: 'kafka',
      port: 9092,
      problem: 'not-found',
    },
  },
  {
    name: 'dns-resolution-failed-for',
    pattern: messagePattern(
      String.raw`\b(?:DNS (?:resolution|lookup)|Name resolution) failed for (?:target )?(?:dns:/{0,3})?<q><endpoint>`,
    ),
    problem: 'not-found',
    example: {
      text: 'Error: 14 UNAVAILABLE: Name resolution failed for target dns:api:50051',
      host: 'api',
      port: 50051,
      problem: 'not-found',
    },
  },
  {
    name: 'mysql-unknown-host',
    pattern: messagePattern(
      String.raw`Unknown (?:MySQL |MariaDB )?server host <q><host><q>`,
    ),
    problem: 'not-found',
    example: {
      text: `ERROR 2005 (HY000): Unknown server host 'mysql' (-2)`,
      host: 'mysql',
      problem: 'not-found',
    },
  },
  {
    name: 'oracle-unknown-host',
    pattern: messagePattern(String.raw`Unknown host specified\.?:? <q><host>`),
    problem: 'not-found',
    example: {
      text: 'java.sql.SQLRecoverableException: ORA-17868: Unknown host specified.: oracle: Name or service not known',
      host: 'oracle',
      problem: 'not-found',
    },
  },
  {
    name: 'name-in-parentheses-not-known',
    pattern: messagePattern(
      String.raw`Name or service not known \(<endpoint>\)`,
    ),
    problem: 'not-found',
    example: {
      text: 'System.Net.Http.HttpRequestException: Name or service not known (payments.shop:80)',
      host: 'payments.shop',
      port: 80,
      problem: 'not-found',
    },
  },
  {
    name: 'dotnet-try-again',
    pattern: messagePattern(
      String.raw`Resource temporarily unavailable \(<endpoint>\)`,
    ),
    problem: 'dns-failed',
    example: {
      text: 'System.Net.Http.HttpRequestException: Resource temporarily unavailable (api:80)',
      host: 'api',
      port: 80,
      problem: 'dns-failed',
    },
  },
  {
    name: 'php-getaddrinfo',
    pattern: messagePattern(
      String.raw`getaddrinfo for (?:host )?<q><host><q>(?: port <port>)?(?: failed)?:`,
    ),
    example: {
      text: 'PDOException: SQLSTATE[HY000] [2002] php_network_getaddresses: getaddrinfo for mysql failed: Name or service not known',
      host: 'mysql',
      problem: 'not-found',
    },
  },
  {
    name: 'could-not-resolve-host',
    pattern: messagePattern(
      String.raw`could not resolve (?:host|proxy)(?: name)?: <q><host>`,
    ),
    problem: 'not-found',
    example: {
      text: 'curl: (6) Could not resolve host: api.shop',
      host: 'api.shop',
      problem: 'not-found',
    },
  },
  {
    name: 'unable-to-resolve-host',
    pattern: messagePattern(
      String.raw`unable to resolve host(?:name| address)? <q><host>`,
    ),
    problem: 'not-found',
    example: {
      text: 'wget: unable to resolve host address ‘api’',
      host: 'api',
      problem: 'not-found',
    },
  },
  {
    name: 'busybox-bad-address',
    pattern: messagePattern(String.raw`\bbad address <q><endpoint><q>$`),
    problem: 'not-found',
    example: {
      text: "wget: bad address 'api:8080'",
      host: 'api',
      port: 8080,
      problem: 'not-found',
    },
  },
  {
    name: 'nslookup',
    pattern: messagePattern(
      String.raw`\b(?:server can't find|nslookup: can't resolve) <q><host><q>(?::|$)`,
    ),
    problem: 'not-found',
    example: {
      text: "** server can't find postgres.inventory-team.svc.cluster.local: NXDOMAIN",
      host: 'postgres.inventory-team.svc.cluster.local',
      problem: 'not-found',
    },
  },
  {
    name: 'nginx-upstream-not-found',
    pattern: messagePattern(
      String.raw`host not found in (?:upstream|resolver) <q><endpoint>`,
    ),
    problem: 'not-found',
    example: {
      text: '2024/05/01 12:00:00 [emerg] 1#1: host not found in upstream "api:8080" in /etc/nginx/conf.d/default.conf:3',
      host: 'api',
      port: 8080,
      problem: 'not-found',
    },
  },
  {
    name: 'nginx-could-not-be-resolved',
    pattern: messagePattern(
      String.raw`\] \d+#\d+: (?:\*\d+ )?<host> could not be resolved \(3`,
    ),
    problem: 'not-found',
    example: {
      text: '2024/05/01 12:00:00 [error] 7#7: *1 api.shop.svc.cluster.local could not be resolved (3: Host not found), client: 10.1.2.3, server: , request: "GET / HTTP/1.1", host: "shop.example.com"',
      host: 'api.shop.svc.cluster.local',
      problem: 'not-found',
    },
  },
  {
    name: 'unknown-host',
    pattern: messagePattern(
      String.raw`\b(?:unknown host|host not found|no such host|unresolved host):? <q>(?!is\b|known\b)<endpoint><q>(?:$|[\s,;)])`,
    ),
    problem: 'not-found',
    example: {
      text: 'FATAL unknown host: postgres.inventory-team',
      host: 'postgres.inventory-team',
      problem: 'not-found',
    },
  },
  {
    name: 'elixir-nxdomain',
    pattern: messagePattern(
      String.raw`tcp connect \(<endpoint>\): non-existing domain`,
    ),
    problem: 'not-found',
    example: {
      text: '[error] Postgrex.Protocol (#PID<0.300.0>) failed to connect: ** (DBConnection.ConnectionError) tcp connect (db:5432): non-existing domain - :nxdomain',
      host: 'db',
      port: 5432,
      problem: 'not-found',
    },
  },
  {
    name: 'name-before-its-problem',
    pattern: messagePattern(
      String.raw`(?:^|[\s\]})"'])(?!information\b|getaddrinfo\b|\w{0,40}error\b|failed\b|failure\b|lookup\b|resolution\b|dns\b|host\b|address\b)<host>(?::(?<port>\d{1,5}))?: (?:\[Errno -[25]\] )?(?:Name or service not known|Name does not resolve|nodename nor servname provided|No address associated with hostname)`,
    ),
    problem: 'not-found',
    example: {
      text: 'pymongo.errors.ServerSelectionTimeoutError: mongo:27017: [Errno -2] Name or service not known, Timeout: 30s, Topology Description: <TopologyDescription id: 66, topology_type: Unknown>',
      host: 'mongo',
      port: 27017,
      problem: 'not-found',
    },
  },
  {
    name: 'failed-to-resolve',
    pattern: messagePattern(
      String.raw`\b(?:failed|unable|cannot|can't|could not|couldn't|unable) (?:to )?resolve (?:the )?(?:(?:host|hostname|server|address|name|broker)s?:? )?(?:address:? )?<q>(?!resolv|host\b|name\b|address\b|server\b|the\b|placeholder\b|dependenc|module\b|import\b|symbol\b|bean\b|type\b|class\b|variable\b|reference\b|path\b|plugin\b|artifact\b|manifest\b|template\b|view\b)<endpoint>(?=<q>(?:[\s:,;()[\]/.]|$))`,
    ),
    example: {
      text: "urllib3.exceptions.NameResolutionError: <urllib3.connection.HTTPConnection object at 0x7f1>: Failed to resolve 'api' ([Errno -2] Name or service not known)",
      host: 'api',
      problem: 'not-found',
    },
  },
];

import { messagePattern, MessagePattern } from './MessagePattern';

/** Messages of languages' own sockets and HTTP clients, which most drivers pass on. */
export const socketMessages: readonly MessagePattern[] = [
  {
    name: 'nginx-upstream',
    pattern: messagePattern(
      String.raw`while (?:connecting to|reading response header from|SSL handshaking to) upstream,.{0,2000}upstream: "\w{1,10}://<endpoint>`,
    ),
    example: {
      text: '2024/05/01 12:00:00 [error] 29#29: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 10.1.2.3, server: , request: "GET / HTTP/1.1", upstream: "http://10.0.0.1:8080/", host: "shop.example.com"',
      host: '10.0.0.1',
      port: 8080,
      problem: 'refused',
    },
  },
  {
    name: 'pgx-host-name-behind-address',
    pattern: messagePattern(
      String.raw`(?<![\d.])<address>:<port> \((?<host>[A-Za-z][\w.-]{0,252})\): (?:dial error|connect|failed)`,
    ),
    example: {
      text: 'failed to connect to `host=db user=app database=shop`: dial tcp 10.0.0.1:5432 (db): connect: connection refused',
      host: 'db',
      port: 5432,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'go-dial',
    pattern: messagePattern(String.raw`\bdial (?:tcp|udp)[46]? <endpoint>: `),
    example: {
      text: 'panic: dial tcp 10.0.0.1:5432: connect: connection refused',
      host: '10.0.0.1',
      port: 5432,
      problem: 'refused',
    },
  },
  {
    name: 'go-established-connection',
    pattern: messagePattern(
      String.raw`\b(?:read|write) tcp \S{3,60}->\[?<endpoint>: (?:(?:read|write): )?(?:connection reset|connection timed out|broken pipe|i/o timeout|no route)`,
    ),
    example: {
      text: 'error="read tcp 10.244.0.5:34567->10.0.0.1:5432: read: connection reset by peer"',
      host: '10.0.0.1',
      port: 5432,
      problem: 'reset',
    },
  },
  {
    name: 'node-connect',
    pattern: messagePattern(
      String.raw`\b(?:connect|read|write) (?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EHOSTDOWN|EADDRNOTAVAIL) <endpoint>`,
    ),
    example: {
      text: 'Error: connect ECONNREFUSED 10.0.0.1:5432',
      host: '10.0.0.1',
      port: 5432,
      problem: 'refused',
    },
  },
  {
    name: 'java-socket-address',
    pattern: messagePattern(
      String.raw`(?:Connection refused|Connection timed out|No route to host|connection timed out|connection timed out after \d{1,7} ms|Connection reset|Network is unreachable|no further information): (?:<host>)?/(?:\[?<address>\]?|<unresolved>):<port>`,
    ),
    example: {
      text: 'io.netty.channel.AbstractChannel$AnnotatedConnectException: finishConnect(..) failed: Connection refused: redis.cache/10.0.0.1:6379',
      host: 'redis.cache',
      port: 6379,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'apache-http-client',
    pattern: messagePattern(
      String.raw`\bConnect to (?:https?://)?<endpoint> \[[^\]]{1,200}\] failed`,
    ),
    example: {
      text: 'org.apache.http.conn.HttpHostConnectException: Connect to api:8080 [api/10.0.0.1] failed: Connection refused (Connection refused)',
      host: 'api',
      port: 8080,
      problem: 'refused',
    },
  },
  {
    name: 'no-http-response',
    pattern: messagePattern(
      String.raw`NoHttpResponseException: <endpoint> failed to respond`,
    ),
    problem: 'reset',
    example: {
      text: 'org.apache.http.NoHttpResponseException: api:8080 failed to respond',
      host: 'api',
      port: 8080,
      problem: 'reset',
    },
  },
  {
    name: 'python-connect-call',
    pattern: messagePattern(String.raw`Connect call failed \('<host>', <port>`),
    problem: 'refused',
    example: {
      text: "ConnectionRefusedError: [Errno 111] Connect call failed ('10.0.0.1', 5432)",
      host: '10.0.0.1',
      port: 5432,
      problem: 'refused',
    },
  },
  {
    name: 'urllib3-pool',
    pattern: messagePattern(
      String.raw`HTTPS?Connection(?:Pool)?\(host='<host>', port=<port>\): (?:Max retries|Read timed out|Failed to|Connection to)`,
    ),
    example: {
      text: "requests.exceptions.ConnectionError: HTTPConnectionPool(host='api', port=80): Max retries exceeded with url: /v1 (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))",
      host: 'api',
      port: 80,
      problem: 'refused',
    },
  },
  {
    name: 'aiohttp',
    pattern: messagePattern(String.raw`Cannot connect to host <endpoint> ssl:`),
    example: {
      text: "aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host api:8080 ssl:default [Connect call failed ('10.0.0.1', 8080)]",
      host: 'api',
      port: 8080,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'dotnet-socket',
    pattern: messagePattern(
      String.raw`(?:Connection refused|actively refused it\.?|did not properly respond after a period of time[^(]{0,200}|Connection timed out|No route to host|Network is unreachable|The SSL connection could not be established[^(]{0,100}) [([]<endpoint>[)\]]`,
    ),
    example: {
      text: 'System.Net.Http.HttpRequestException: Connection refused (api.shop:8080)',
      host: 'api.shop',
      port: 8080,
      problem: 'refused',
    },
  },
  {
    name: 'dotnet-actively-refused',
    pattern: messagePattern(String.raw`actively refused it\.? <endpoint>`),
    problem: 'refused',
    example: {
      text: 'No connection could be made because the target machine actively refused it 10.0.0.1:80',
      host: '10.0.0.1',
      port: 80,
      problem: 'refused',
    },
  },
  {
    name: 'ruby-connect',
    pattern: messagePattern(
      String.raw`(?:Connection refused|Connection timed out|No route to host|user specified timeout|connect\(2\)) (?:- connect\(2\) )?for "<host>" port <port>`,
    ),
    example: {
      text: 'Errno::ECONNREFUSED: Connection refused - connect(2) for "redis" port 6379',
      host: 'redis',
      port: 6379,
      problem: 'refused',
    },
  },
  {
    name: 'ruby-net-http',
    pattern: messagePattern(
      String.raw`Failed to open TCP connection to <endpoint> \(`,
    ),
    example: {
      text: 'Failed to open TCP connection to api:8080 (getaddrinfo: Name or service not known)',
      host: 'api',
      port: 8080,
      problem: 'not-found',
    },
  },
  {
    name: 'curl-connect',
    pattern: messagePattern(
      String.raw`Failed to connect to <host> port <port>`,
    ),
    example: {
      text: "curl: (7) Failed to connect to api port 8080 after 3 ms: Couldn't connect to server",
      host: 'api',
      port: 8080,
      problem: 'failed',
    },
  },
  {
    name: 'wget-remote-host',
    pattern: messagePattern(
      String.raw`can't connect to remote host \(<host>\)`,
    ),
    example: {
      text: "wget: can't connect to remote host (10.0.0.1): Connection refused",
      host: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'netcat',
    pattern: messagePattern(
      String.raw`\bnc: connect to <host>(?: \(<address>\))? port <port>`,
    ),
    example: {
      text: 'nc: connect to db port 5432 (tcp) failed: Connection refused',
      host: 'db',
      port: 5432,
      problem: 'refused',
    },
  },
  {
    name: 'wait-for-it',
    pattern: messagePattern(
      String.raw`timeout occurred after waiting \d{1,6} seconds for <endpoint>`,
    ),
    problem: 'timeout',
    example: {
      text: 'wait-for-it.sh: timeout occurred after waiting 15 seconds for db:5432',
      host: 'db',
      port: 5432,
      problem: 'timeout',
    },
  },
  {
    name: 'grpc-core-address',
    pattern: messagePattern(
      String.raw`\bipv4:(?<host>\d{1,3}(?:\.\d{1,3}){3}):<port>: `,
    ),
    example: {
      text: 'failed to connect to all addresses; last error: UNKNOWN: ipv4:10.0.0.1:50051: Failed to connect to remote host: Connection refused',
      host: '10.0.0.1',
      port: 50051,
      problem: 'refused',
    },
  },
  {
    name: 'elixir-tcp-connect',
    pattern: messagePattern(String.raw`tcp connect \(<endpoint>\): `),
    example: {
      text: '** (DBConnection.ConnectionError) tcp connect (db:5432): connection refused - :econnrefused',
      host: 'db',
      port: 5432,
      problem: 'refused',
    },
  },
];

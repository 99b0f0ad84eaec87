import { dependencyOfLogLines } from './dependencyOfLogLines';

/** `host[:port][ (address)] problem`, or the kind where it is no dependency. */
function answer(...lines: string[]): string {
  const finding = dependencyOfLogLines(lines);
  if (finding.kind !== 'dependency') {
    return finding.kind;
  }
  const { host, port, address } = finding.target;
  const at = address ? ` (${address})` : '';
  return `${host}${port ? `:${port}` : ''}${at} ${finding.problem}`;
}

describe('dependencyOfLogLines', () => {
  it('reads the line of the workshop', () => {
    expect(
      dependencyOfLogLines([
        'Running migrations',
        'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused',
      ]),
    ).toEqual({
      kind: 'dependency',
      target: { host: 'postgres.inventory-team', port: 5432 },
      problem: 'refused',
      line: 'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused',
    });
  });

  describe.each<[string, [string, string][]]>([
    [
      'Go',
      [
        [
          'dial tcp [fd00::1]:5432: connect: no route to host',
          'fd00::1:5432 unreachable',
        ],
        [
          'dial tcp: lookup db.shop.svc.cluster.local: no such host',
          'db.shop.svc.cluster.local not-found',
        ],
        [
          'dial tcp: lookup redis on [fd00::a]:53: server misbehaving',
          'redis dns-failed',
        ],
        [
          '2024/05/01 12:00:00 pool.go:300: redis: connection pool: failed to dial after 5 attempts: dial tcp 10.0.0.1:6379: i/o timeout',
          '10.0.0.1:6379 timeout',
        ],
        [
          'Get "http://api.shop:8080/v1": dial tcp 10.0.0.1:8080: connect: connection refused',
          'api.shop:8080 (10.0.0.1) refused',
        ],
        [
          'Get "https://api/v1": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
          'api:443 timeout',
        ],
        [
          'Post "https://api.shop/v1": x509: certificate signed by unknown authority',
          'api.shop:443 tls',
        ],
        [
          'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp: lookup api on 10.96.0.10:53: no such host"',
          'api not-found',
        ],
        [
          'failed to connect to `host=db user=app database=shop`: dial error (dial tcp 10.0.0.1:5432: connect: connection refused)',
          'db:5432 (10.0.0.1) refused',
        ],
        [
          'failed to connect to `user=app database=shop`: 10.0.0.1:5432 (postgres.shop): dial error: dial tcp 10.0.0.1:5432: connect: connection refused',
          'postgres.shop:5432 (10.0.0.1) refused',
        ],
        [
          'failed to connect to `host=db user=app database=shop`: hostname resolving error (lookup db on 10.96.0.10:53: no such host)',
          'db not-found',
        ],
        [
          'server selection error: server selection timeout, current topology: { Type: Unknown, Servers: [{ Addr: mongo:27017, Type: Unknown, Last error: dial tcp: lookup mongo on 10.96.0.10:53: no such host }, ] }',
          'mongo:27017 not-found',
        ],
        [
          'server selection error: current topology: { Type: Unknown, Servers: [{ Addr: mongo:27017, Type: Unknown, Last error: dial tcp 10.0.0.1:27017: connect: connection refused }, ] }',
          'mongo:27017 (10.0.0.1) refused',
        ],
        [
          'kafka: client has run out of available brokers to talk to: dial tcp: lookup kafka on 10.96.0.10:53: no such host',
          'kafka not-found',
        ],
        [
          'kafka: client has run out of available brokers to talk to (Is your cluster reachable?)',
          'not-understood',
        ],
        ['nats: no servers available for connection', 'not-understood'],
        [
          'level=error msg="unable to connect" err="Get \\"http://api:8080/\\": dial tcp: lookup api on 10.96.0.10:53: no such host"',
          'api:8080 not-found',
        ],
        [
          'E0501 12:00:00.000000       1 main.go:42] "Failed to connect" err="dial tcp 10.0.0.1:443: connect: connection refused"',
          '10.0.0.1:443 refused',
        ],
        [
          'dial tcp: lookup postgres.sql on 10.96.0.10:53: no such host',
          'postgres.sql not-found',
        ],
        [
          'failed to connect to client-service:80: connection refused',
          'client-service:80 refused',
        ],
        [
          'dial tcp 127.0.0.1:5432: connect: connection refused',
          '127.0.0.1:5432 refused',
        ],
        [
          'could not connect to app:s3cr3t@tcp(mysql.shop:3306)/shop: invalid connection',
          'mysql.shop:3306 failed',
        ],
      ],
    ],
    [
      'Node',
      [
        ['Error: connect ECONNREFUSED ::1:5432', '::1:5432 refused'],
        [
          'Error: connect EHOSTUNREACH 10.0.0.1:5432 - Local (10.1.2.3:40000)',
          '10.0.0.1:5432 unreachable',
        ],
        [
          'FetchError: request to http://api:8080/v1 failed, reason: connect ECONNREFUSED 10.0.0.1:8080',
          'api:8080 (10.0.0.1) refused',
        ],
        [
          'FetchError: request to http://api:8080/v1 failed, reason: getaddrinfo ENOTFOUND api',
          'api:8080 not-found',
        ],
        [
          '[ioredis] Unhandled error event: Error: getaddrinfo EAI_AGAIN redis',
          'redis dns-failed',
        ],
        [
          'Error: getaddrinfo ENOTFOUND postgres postgres:5432',
          'postgres:5432 not-found',
        ],
        [
          'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.abc.mongodb.net',
          'cluster0.abc.mongodb.net not-found',
        ],
        [
          'SequelizeConnectionRefusedError: connect ECONNREFUSED 10.0.0.1:3306',
          '10.0.0.1:3306 refused',
        ],
        [
          'Error: 14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 10.0.0.1:50051 (2024-05-01T12:00:00.000Z)',
          '10.0.0.1:50051 refused',
        ],
        [
          "PrismaClientInitializationError: Can't reach database server at `postgres.shop:5432`",
          'postgres.shop:5432 failed',
        ],
        [
          'ConnectionError: Failed to connect to mssql:1433 - getaddrinfo ENOTFOUND mssql',
          'mssql:1433 not-found',
        ],
        ['Error: connect ETIMEDOUT', 'not-understood'],
        ['TypeError: fetch failed', 'not-understood'],
        ['AggregateError [ECONNREFUSED]: ', 'not-understood'],
      ],
    ],
    [
      'Java',
      [
        [
          'com.zaxxer.hikari.pool.HikariPool$PoolInitializationException: Failed to initialize pool: Connection to db.shop:5432 refused. Check that the hostname and port are correct.',
          'db.shop:5432 refused',
        ],
        [
          'java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.',
          'not-understood',
        ],
        [
          'Caused by: java.net.UnknownHostException: postgres: Name or service not known',
          'postgres not-found',
        ],
        [
          'Caused by: java.net.UnknownHostException: db: db: Temporary failure in name resolution',
          'db dns-failed',
        ],
        [
          'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure',
          'not-understood',
        ],
        [
          "Unable to obtain connection from database (jdbc:mysql://mysql.shop:3306/shop?user=app&password=s3cr3t) for user 'app': Communications link failure",
          'mysql.shop:3306 failed',
        ],
        [
          'Caused by: io.netty.channel.AbstractChannel$AnnotatedConnectException: Connection refused: /10.0.0.1:6379',
          '10.0.0.1:6379 refused',
        ],
        [
          'io.netty.channel.ConnectTimeoutException: connection timed out after 30000 ms: api/10.0.0.1:80',
          'api:80 (10.0.0.1) timeout',
        ],
        [
          'Caused by: java.net.ConnectException: Connection refused: localhost/[0:0:0:0:0:0:0:1]:6379',
          'localhost:6379 (::1) refused',
        ],
        [
          'org.redisson.client.RedisConnectionException: Unable to connect to Redis server: redis.cache/10.0.0.1:6379',
          'redis.cache:6379 (10.0.0.1) failed',
        ],
        [
          'io.lettuce.core.RedisConnectionException: Unable to connect to [redis:6379]',
          'redis:6379 failed',
        ],
        [
          'org.springframework.web.client.ResourceAccessException: I/O error on GET request for "http://config:8888/app/default": Connection refused',
          'config:8888 refused',
        ],
        [
          'feign.RetryableException: Connection refused executing GET http://api.shop/v1',
          'api.shop:80 refused',
        ],
        [
          '2024-05-01 12:00:00,123 WARN  [main] org.apache.kafka.clients.NetworkClient - [Consumer clientId=c, groupId=g] Connection to node -1 (kafka.bus/10.0.0.1:9092) could not be established. Node may not be available.',
          'kafka.bus:9092 (10.0.0.1) failed',
        ],
        [
          'com.mongodb.MongoTimeoutException: Timed out after 30000 ms while waiting for a server that matches WritableServerSelector. Client view of cluster state is {type=UNKNOWN, servers=[{address=mongo:27017, type=UNKNOWN, state=CONNECTING, exception={com.mongodb.MongoSocketException: mongo}, caused by {java.net.UnknownHostException: mongo}}]',
          'mongo:27017 not-found',
        ],
        [
          'io.grpc.StatusRuntimeException: UNAVAILABLE: Unable to resolve host api.shop',
          'api.shop not-found',
        ],
        [
          'Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path',
          'not-understood',
        ],
        [
          'java.sql.SQLException: ORA-12541: Cannot connect. No listener at host oracle.data port 1521.',
          'oracle.data:1521 refused',
        ],
        [
          ':message=>"Elasticsearch Unreachable: [http://elasticsearch:9200/][Manticore::ResolutionFailure] elasticsearch: Name or service not known"',
          'elasticsearch:9200 not-found',
        ],
        [
          'com.rabbitmq.client.ShutdownSignalException; nested exception is java.net.ConnectException: Connection refused (Connection refused)',
          'not-understood',
        ],
        ['Cannot connect to db/<unresolved>:5432 [08001]', 'db:5432 failed'],
      ],
    ],
    [
      'Python',
      [
        [
          'psycopg.OperationalError: connection failed: connection to server at "10.0.0.1", port 5432 failed: Connection refused',
          '10.0.0.1:5432 refused',
        ],
        [
          "psycopg.OperationalError: failed to resolve host 'db.shop': [Errno -2] Name or service not known",
          'db.shop not-found',
        ],
        [
          "OSError: Multiple exceptions: [Errno 111] Connect call failed ('::1', 5432, 0, 0), [Errno 111] Connect call failed ('127.0.0.1', 5432)",
          '::1:5432 refused',
        ],
        [
          `MySQLdb.OperationalError: (2002, "Can't connect to MySQL server on 'mysql.shop' (115)")`,
          'mysql.shop failed',
        ],
        [
          `mysql.connector.errors.DatabaseError: 2003 (HY000): Can't connect to MySQL server on 'mysql:3306' (111)`,
          'mysql:3306 refused',
        ],
        [
          'redis.exceptions.ConnectionError: Error -2 connecting to redis.cache:6379. Name or service not known.',
          'redis.cache:6379 not-found',
        ],
        [
          '[2024-05-01 12:00:00,000: ERROR/MainProcess] consumer: Cannot connect to amqp://guest:**@rabbitmq:5672//: [Errno 111] Connection refused.',
          'rabbitmq:5672 refused',
        ],
        [
          "TCP Connection attempt failed: ConnectionRefusedError(111, 'Connection refused'); dest=(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('10.0.0.1', 5672))",
          '10.0.0.1:5672 refused',
        ],
        [
          "pika.adapters.utils.connection_workflow - ERROR - Address resolution failed: gaierror(-2, 'Name or service not known')",
          'not-understood',
        ],
        [
          'pymongo.errors.ServerSelectionTimeoutError: mongo.data:27017: [Errno 111] Connection refused (configured timeouts: socketTimeoutMS: 20000.0ms, connectTimeoutMS: 20000.0ms), Timeout: 30s',
          'mongo.data:27017 refused',
        ],
        [
          'kafka.errors.NoBrokersAvailable: NoBrokersAvailable',
          'not-understood',
        ],
        ['DNS lookup failed for kafka:9092 (0)', 'kafka:9092 not-found'],
        [
          `requests.exceptions.ConnectionError: HTTPConnectionPool(host='api.shop', port=80): Max retries exceeded with url: / (Caused by NameResolutionError("<urllib3.connection.HTTPConnection object at 0x7f>: Failed to resolve 'api.shop' ([Errno -2] Name or service not known)"))`,
          'api.shop:80 not-found',
        ],
        [
          "urllib3.exceptions.ReadTimeoutError: HTTPConnectionPool(host='api', port=8080): Read timed out. (read timeout=5)",
          'api:8080 timeout',
        ],
        [
          'aiohttp.client_exceptions.ClientConnectorDNSError: Cannot connect to host api:80 ssl:default [Name or service not known]',
          'api:80 not-found',
        ],
        [
          'socket.gaierror: [Errno -3] Temporary failure in name resolution',
          'not-understood',
        ],
        [
          'elastic_transport.ConnectionError: Node <Urllib3HttpNode(http://es:9200)> has failed for 1 times in a row, putting on 1 second timeout',
          'es:9200 failed',
        ],
        [
          "('08001', '[08001] [Microsoft][ODBC Driver 18 for SQL Server]Login timeout expired (0) (SQLDriverConnect)')",
          'not-understood',
        ],
      ],
    ],
    [
      '.NET',
      [
        [
          'Microsoft.Data.SqlClient.SqlException (0x80131904): A network-related or instance-specific error occurred while establishing a connection to SQL Server. The server was not found or was not accessible. (provider: TCP Provider, error: 40 - Could not open a connection to SQL Server)',
          'not-understood',
        ],
        [
          'Unhandled exception. System.Net.Http.HttpRequestException: Name or service not known (api.shop:80)',
          'api.shop:80 not-found',
        ],
        [
          'System.Net.Http.HttpRequestException: No connection could be made because the target machine actively refused it. (api:5000)',
          'api:5000 refused',
        ],
        [
          'Npgsql.NpgsqlException (0x80004005): Failed to connect to [fd00::1]:5432',
          'fd00::1:5432 failed',
        ],
        [
          'MySqlConnector.MySqlException (0x80004005): Unable to connect to any of the specified MySQL hosts.',
          'not-understood',
        ],
        [
          'RabbitMQ.Client.Exceptions.BrokerUnreachableException: None of the specified endpoints were reachable',
          'not-understood',
        ],
        [
          'MassTransit: Connection Failed: rabbitmq://rabbitmq.bus/ RabbitMQ.Client.Exceptions.BrokerUnreachableException: None of the specified endpoints were reachable',
          'rabbitmq.bus failed',
        ],
        [
          'Grpc.Core.RpcException: Status(StatusCode="Unavailable", Detail="Error starting gRPC call. HttpRequestException: Connection refused (api.shop:5000)")',
          'api.shop:5000 refused',
        ],
        [
          'fail: Shop.Db[0] Cannot open database on Server=tcp:mssql.data,1433;Database=shop;User Id=sa;Password=s3cr3t: connection timed out',
          'mssql.data:1433 timeout',
        ],
      ],
    ],
    [
      'other languages and tools',
      [
        [
          'reqwest::Error: error sending request for url (http://api:8080/v1): error trying to connect: tcp connect error: Connection refused (os error 111)',
          'api:8080 refused',
        ],
        [
          "thread 'main' panicked: error communicating with database: Connection refused (os error 111)",
          'not-understood',
        ],
        [
          'PDOException: SQLSTATE[HY000] [2002] Connection refused',
          'not-understood',
        ],
        [
          'SQLSTATE[08006] [7] could not translate host name "db.shop" to address: Name or service not known',
          'db.shop not-found',
        ],
        [
          'Predis\\Connection\\ConnectionException: Connection refused [tcp://redis:6379]',
          'redis:6379 refused',
        ],
        [
          'GuzzleHttp\\Exception\\ConnectException: cURL error 6: Could not resolve host: api.shop (see https://curl.haxx.se/libcurl/c/libcurl-errors.html)',
          'api.shop not-found',
        ],
        [
          'Redis::CannotConnectError: Error connecting to Redis on redis:6379 (Errno::ECONNREFUSED)',
          'redis:6379 refused',
        ],
        [
          'Mongo::Error::NoServerAvailable: No server is available in cluster: #<Cluster topology=Unknown[mongo:27017] servers=[#<Server address=mongo:27017 UNKNOWN>]> with timeout=30',
          'mongo:27017 failed',
        ],
        [
          'Bunny::TCPConnectionFailedForAllHosts: Could not establish TCP connection to rabbitmq:5672: Connection refused',
          'rabbitmq:5672 refused',
        ],
        [
          '[2024/05/01 12:00:00] [error] [net] TCP connection failed: es.logging:9200 (Connection refused)',
          'es.logging:9200 refused',
        ],
        [
          'nginx: [emerg] host not found in upstream "api.shop.svc.cluster.local" in /etc/nginx/nginx.conf:12',
          'api.shop.svc.cluster.local not-found',
        ],
        [
          'unable to connect to ldap://ldap.auth: connection timed out',
          'ldap.auth:389 timeout',
        ],
        [
          'could not connect: host=db.shop port=5433 dbname=shop password=s3cr3t',
          'db.shop:5433 failed',
        ],
        [
          'ERROR: cannot reach ${DB_HOST}:5432: connection refused',
          'not-understood',
        ],
      ],
    ],
  ])('%s', (_, messages) => {
    it.each(messages)('reads %s', (line, expected) => {
      expect(answer(line)).toBe(expected);
    });
  });

  describe('what is no failure to reach something', () => {
    it.each([
      'Connected to postgres:5432',
      'INFO Successfully connected to redis://redis:6379',
      'Connection to kafka:9092 established',
      'Listening on 0.0.0.0:8080',
      'Server started on http://localhost:3000',
      'Connecting to postgres:5432',
      'Connecting to postgres:5432 with timeout 5000ms',
      'INFO pool: host=db.shop connection timeout=30000 connectionTimeout: 30000',
      'Processed orders (111) from redis:6379',
      'waiting until db:5432 is available',
      'Error: listen EADDRINUSE: address already in use :::8080',
      'listen tcp :8080: bind: address already in use',
      'OSError: [Errno 98] Address already in use',
      'http: TLS handshake error from 10.1.2.3:53422: remote error: tls: bad certificate',
      'read tcp 10.244.0.5:8080->10.1.2.3:53422: read: connection reset by peer',
      'LOG:  could not receive data from client: Connection reset by peer',
      'FATAL:  password authentication failed for user "app"',
      'FATAL:  database "shop" does not exist',
      "Access denied for user 'app'@'10.1.2.3' (using password: YES)",
      'GET http://api:8080/v1 500 Internal Server Error',
      'ERROR: relation "orders" does not exist at character 15',
      "TypeError: Cannot read properties of undefined (reading 'host')",
      'java.lang.OutOfMemoryError: Java heap space',
      "Error: Cannot find module 'pg'",
      '{"level":"info","msg":"connected to postgres:5432"}',
      '{"level":"debug","msg":"could not connect to cache:6379, trying the next"}',
      'level=error remote_addr=10.1.2.3:8080 msg="bad request"',
      '10.1.2.3 - - [01/May/2024:12:00:00 +0000] "GET / HTTP/1.1" 200 12',
      '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1595:16)',
      '',
    ])('%s', line => {
      expect(answer(line)).toBe('none');
    });

    it('is nothing at all', () => {
      expect(answer()).toBe('none');
    });
  });

  describe('JSON', () => {
    it.each([
      [
        'pino',
        '{"level":50,"time":1714550400000,"pid":1,"hostname":"web-7f9c","err":{"type":"Error","message":"connect ECONNREFUSED 10.0.0.1:5432","stack":"Error: connect ECONNREFUSED 10.0.0.1:5432\\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1595:16)","errno":-111,"code":"ECONNREFUSED","syscall":"connect","address":"10.0.0.1","port":5432},"msg":"database"}',
        '10.0.0.1:5432 refused',
      ],
      [
        'pino without a host in the message',
        '{"level":50,"hostname":"web-7f9c","err":{"code":"ENOTFOUND","hostname":"postgres.shop"},"msg":"no database"}',
        'postgres.shop not-found',
      ],
      [
        'zap',
        '{"level":"fatal","ts":1714550400.1,"caller":"app/main.go:42","msg":"cannot open database","host":"postgres.shop","port":5432,"error":"dial tcp 10.0.0.1:5432: connect: connection refused","stacktrace":"main.main\\n\\t/app/main.go:42"}',
        'postgres.shop:5432 (10.0.0.1) refused',
      ],
      [
        'zap with an address beside',
        '{"level":"warn","msg":"unable to dial","addr":"kafka.bus:9092","error":"i/o timeout"}',
        'kafka.bus:9092 timeout',
      ],
      [
        'logback',
        '{"@timestamp":"2024-05-01T12:00:00.000Z","message":"HikariPool-1 - Exception during pool initialization.","logger_name":"com.zaxxer.hikari.pool.HikariPool","level":"ERROR","stack_trace":"org.postgresql.util.PSQLException: The connection attempt failed.\\n\\tat org.postgresql.Driver.connect(Driver.java:1)\\nCaused by: java.net.UnknownHostException: postgres\\n\\tat java.base/sun.nio.ch.NioSocketImpl.connect(NioSocketImpl.java:567)\\n\\t... 25 common frames omitted"}',
        'postgres not-found',
      ],
      [
        'Serilog compact',
        '{"@t":"2024-05-01T12:00:00Z","@mt":"Cannot connect to {Host}:{Port}","@l":"Fatal","@x":"System.Net.Sockets.SocketException (111): Connection refused","Host":"rabbitmq.bus","Port":5672}',
        'rabbitmq.bus:5672 refused',
      ],
      [
        'structlog',
        '{"event": "startup failed", "level": "error", "exception": "Traceback (most recent call last):\\n  File \\"/app/main.py\\", line 3, in <module>\\npsycopg2.OperationalError: connection to server at \\"db\\" (10.0.0.1), port 5432 failed: Connection refused\\n\\tIs the server running on that host and accepting TCP/IP connections?"}',
        'db:5432 (10.0.0.1) refused',
      ],
      [
        'ECS',
        '{"@timestamp":"2024-05-01T12:00:00Z","log.level":"ERROR","message":"startup","error":{"type":"java.net.UnknownHostException","message":"api.shop: Name or service not known"}}',
        'api.shop not-found',
      ],
      [
        'kafkajs',
        '{"level":"ERROR","logger":"kafkajs","message":"[Connection] Connection timeout","broker":"kafka.bus:9092","clientId":"shop"}',
        'kafka.bus:9092 timeout',
      ],
      [
        'GELF, whose host is the sender',
        '{"version":"1.1","host":"web-7f9c","short_message":"Connection refused","level":3}',
        'not-understood',
      ],
      [
        'a line that only looks like it',
        '{"msg":"connect ECONNREFUSED 10.0.0.1:5432"',
        '10.0.0.1:5432 refused',
      ],
      [
        'an array',
        '["connect ECONNREFUSED 10.0.0.1:5432"]',
        '10.0.0.1:5432 refused',
      ],
    ])('%s', (_, line, expected) => {
      expect(answer(line)).toBe(expected);
    });

    it('shows the words that report it instead of the whole line', () => {
      expect(
        dependencyOfLogLines([
          '{"level":50,"msg":"start","err":{"message":"getaddrinfo ENOTFOUND db"}}',
        ]),
      ).toMatchObject({ line: 'getaddrinfo ENOTFOUND db' });
    });
  });

  it.each([
    [
      'colours',
      '\u001b[31mERROR\u001b[0m connect \u001b[1mECONNREFUSED\u001b[22m 10.0.0.1:5432',
    ],
    [
      'a timestamp',
      '2024-05-01T12:34:56.789Z ERROR connect ECONNREFUSED 10.0.0.1:5432',
    ],
    [
      'a time and a thread',
      '12:34:56.789 [main:12] ERROR connect ECONNREFUSED 10.0.0.1:5432',
    ],
    [
      'a place in a file',
      'main.go:80 default.conf:443 connect ECONNREFUSED 10.0.0.1:5432',
    ],
    [
      'the client of a request',
      'level=error remote_addr=10.1.2.3:8080 err="upstream 10.0.0.1:5432: connection refused"',
    ],
    [
      'a link',
      'ECONNREFUSED (see https://docs.example.com:443/x) INFO tcp://10.0.0.1:5432/',
    ],
    ['a carriage return', 'connect ECONNREFUSED 10.0.0.1:5432\r'],
  ])('is not misled by %s', (_, line) => {
    expect(answer(line)).toBe('10.0.0.1:5432 refused');
  });

  it('masks secrets in the line', () => {
    expect(
      dependencyOfLogLines([
        'cannot connect to postgres://app:s3cr3t@db.shop:5432/shop: connection refused',
      ]),
    ).toEqual({
      kind: 'dependency',
      target: { host: 'db.shop', port: 5432 },
      problem: 'refused',
      line: 'cannot connect to postgres://***@db.shop:5432/shop: connection refused',
    });
  });

  it('never takes a part of a password for a host', () => {
    expect(
      answer(
        'cannot connect to postgres://app:s3@evil:6379/cr3t@db:5432/shop: connection refused',
      ),
    ).toBe('db:5432 refused');
  });

  describe('several lines', () => {
    it('takes the host of the line before from which the error follows', () => {
      expect(
        answer(
          'Connecting to postgres.inventory-team:5432 ...',
          '',
          'Error: connection refused',
        ),
      ).toBe('postgres.inventory-team:5432 refused');
      expect(
        answer(
          'o.s.a.r.c.CachingConnectionFactory : Attempting to connect to: [rabbitmq:5672]',
          'org.springframework.amqp.AmqpConnectException: java.net.ConnectException: Connection refused',
        ),
      ).toBe('rabbitmq:5672 refused');
    });

    it('does not take it from farther away, or from an unrelated line', () => {
      expect(
        answer(
          'Connecting to postgres:5432',
          'Loading plugins',
          'Loading rules',
          'Error: connection refused',
        ),
      ).toBe('not-understood');
      expect(
        answer('GET http://api:8080/ 200', 'Error: connection refused'),
      ).toBe('not-understood');
    });

    it('gives an address the name under which the line before names it', () => {
      expect(
        answer(
          'Connecting to postgres.shop:5432',
          'Error: connect ECONNREFUSED 10.0.0.1:5432',
        ),
      ).toBe('postgres.shop:5432 (10.0.0.1) refused');
    });

    it('takes the reason from the exception that follows', () => {
      expect(
        answer(
          'Npgsql.NpgsqlException (0x80004005): Failed to connect to 10.0.0.1:5432',
          ' ---> System.Net.Sockets.SocketException (111): Connection refused',
          '   at Npgsql.Internal.NpgsqlConnector.Connect(NpgsqlTimeout timeout)',
        ),
      ).toBe('10.0.0.1:5432 refused');
      expect(
        answer(
          'could not connect to server: Connection refused',
          '\tIs the server running on host "db" (10.0.0.1) and accepting',
          '\tTCP/IP connections on port 5432?',
        ),
      ).toBe('db (10.0.0.1) refused');
    });

    it('reads the cause at the end of a stack trace', () => {
      expect(
        answer(
          '2024-05-01 12:00:00.000 ERROR 1 --- [main] o.s.b.SpringApplication : Application run failed',
          'org.postgresql.util.PSQLException: The connection attempt failed.',
          '\tat org.postgresql.core.v3.ConnectionFactoryImpl.openConnectionImpl(ConnectionFactoryImpl.java:354)',
          '\tat org.postgresql.Driver.connect(Driver.java:297)',
          'Caused by: java.net.UnknownHostException: postgres.shop',
          '\tat java.base/sun.nio.ch.NioSocketImpl.connect(NioSocketImpl.java:567)',
          '\t... 25 more',
        ),
      ).toBe('postgres.shop not-found');
    });

    it('takes the last of several alike', () => {
      expect(
        answer(
          'Error: connect ECONNREFUSED 10.0.0.1:6379',
          'Error: connect ECONNREFUSED 10.0.0.1:6379',
          'Error: getaddrinfo ENOTFOUND postgres',
        ),
      ).toBe('postgres not-found');
    });

    it('takes the loudest before the last', () => {
      expect(
        answer(
          'FATAL cannot connect to postgres:5432: connection refused',
          'WARN connect ECONNREFUSED cache:6379',
        ),
      ).toBe('postgres:5432 refused');
    });

    it('takes a code before English words', () => {
      expect(
        answer(
          'Error: connect ECONNREFUSED postgres:5432',
          'could not connect to cache.shop:6379',
        ),
      ).toBe('postgres:5432 refused');
    });

    it('takes no telemetry exporter and no localhost where another host failed', () => {
      expect(
        answer(
          'Error: getaddrinfo ENOTFOUND postgres',
          'ERROR io.opentelemetry.exporter - Failed to export spans: Connection refused: collector/10.0.0.9:4317',
          'Error: connect ECONNREFUSED 127.0.0.1:8126',
        ),
      ).toBe('postgres not-found');
    });

    it('forgets a failure that was overcome', () => {
      expect(
        answer(
          'WARN connect ECONNREFUSED postgres:5432, retrying',
          'Connected to postgres:5432',
          'TypeError: x is not a function',
        ),
      ).toBe('none');
    });

    it('is not sure of a host where none stands beside the failure', () => {
      expect(
        dependencyOfLogLines(['start', 'ERROR database: connection refused']),
      ).toEqual({
        kind: 'not-understood',
        line: 'ERROR database: connection refused',
      });
    });
  });

  it.each(
    [
      'a.',
      'a:1 ',
      'a/',
      'http://',
      'http://a,',
      'host=',
      'host=a ',
      'connection to ',
      'connect to a ',
      'timed out ',
      '10.0.0.1:',
      '::',
      '[::1]:1',
      "('a', 1) ",
      'lookup a on b:53: ',
      'UnknownHostException: ',
      'Connection refused: ',
      'Connection refused (',
      'servers=[{address=',
      'BrokerConnection host=a ',
      'while connecting to upstream, ',
      'dial tcp ',
      'failed to resolve ',
      'to a port ',
      '->',
      '\u001b[',
      '{"err":',
      '{"err":{',
      '[',
      '\\n',
      '\n',
      ' at ',
    ].map(part => [part]),
  )('reads 100 kB of %j in linear time', part => {
    const line = part.repeat(Math.ceil(100_000 / part.length));

    const startedAt = performance.now();
    dependencyOfLogLines([
      line,
      `connection refused ${line}`,
      JSON.stringify({ level: 'error', msg: line, err: { stack: line } }),
    ]);

    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

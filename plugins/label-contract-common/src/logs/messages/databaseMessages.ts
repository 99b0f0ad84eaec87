import { messagePattern, MessagePattern } from './MessagePattern';

/** Messages of the drivers of PostgreSQL, MySQL, MariaDB, SQL Server, Oracle and MongoDB. */
export const databaseMessages: readonly MessagePattern[] = [
  {
    name: 'libpq-connection-to-server',
    pattern: messagePattern(
      String.raw`connection to server at "<host>"(?: \(<address>\))?, port <port> failed`,
    ),
    example: {
      text: 'psycopg2.OperationalError: connection to server at "db" (10.0.0.1), port 5432 failed: Connection refused',
      host: 'db',
      port: 5432,
      address: '10.0.0.1',
      problem: 'refused',
    },
  },
  {
    name: 'libpq-is-the-server-running',
    pattern: messagePattern(
      String.raw`Is the server running on host "<host>"(?: \(<address>\))?(?: and accepting|.{0,40}port <port>)?`,
    ),
    example: {
      text: '\tIs the server running on host "db" (10.0.0.1) and accepting',
      host: 'db',
      address: '10.0.0.1',
      problem: 'failed',
    },
  },
  {
    name: 'postgresql-jdbc',
    pattern: messagePattern(
      String.raw`\bConnection to <endpoint> (?:refused|timed out|failed)`,
    ),
    example: {
      text: 'org.postgresql.util.PSQLException: Connection to postgres.shop:5432 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.',
      host: 'postgres.shop',
      port: 5432,
      problem: 'refused',
    },
  },
  {
    name: 'npgsql',
    pattern: messagePattern(
      String.raw`NpgsqlException[^:]{0,30}: Failed to connect to <endpoint>`,
    ),
    example: {
      text: 'Npgsql.NpgsqlException (0x80004005): Failed to connect to 10.0.0.1:5432',
      host: '10.0.0.1',
      port: 5432,
      problem: 'failed',
    },
  },
  {
    name: 'prisma',
    pattern: messagePattern(
      String.raw`Can't reach database server at <q><host><q>:<q><port><q>`,
    ),
    problem: 'failed',
    example: {
      text: "Can't reach database server at `postgres`:`5432`",
      host: 'postgres',
      port: 5432,
      problem: 'failed',
    },
  },
  {
    name: 'pg-isready',
    pattern: messagePattern(String.raw`^<endpoint> - no (?:response|attempt)`),
    problem: 'failed',
    example: {
      text: 'db:5432 - no response',
      host: 'db',
      port: 5432,
      problem: 'failed',
    },
  },
  {
    name: 'mysql-cannot-connect',
    pattern: messagePattern(
      String.raw`Can(?:'|no)t connect to (?:MySQL |MariaDB )?server on <q><endpoint><q>`,
    ),
    example: {
      text: `sqlalchemy.exc.OperationalError: (pymysql.err.OperationalError) (2003, "Can't connect to MySQL server on 'mysql' ([Errno 111] Connection refused)")`,
      host: 'mysql',
      problem: 'refused',
    },
  },
  {
    name: 'mysqladmin',
    pattern: messagePattern(
      String.raw`connect to server at <q><host><q> failed`,
    ),
    example: {
      text: "mysqladmin: connect to server at 'mysql' failed",
      host: 'mysql',
      problem: 'failed',
    },
  },
  {
    name: 'mariadb-java-address',
    pattern: messagePattern(String.raw`address=\(host=<host>\)\(port=<port>\)`),
    example: {
      text: 'java.sql.SQLNonTransientConnectionException: Could not connect to address=(host=mariadb)(port=3306)(type=master) : Socket fail to connect to host:mariadb, port:3306. Connection refused (Connection refused)',
      host: 'mariadb',
      port: 3306,
      problem: 'refused',
    },
  },
  {
    name: 'mariadb-java-socket',
    pattern: messagePattern(
      String.raw`Socket fail to connect to (?:host:)?<host>(?:, port)?:<port>`,
    ),
    example: {
      text: 'Caused by: java.sql.SQLNonTransientConnectionException: Socket fail to connect to mariadb:3306. Connection refused',
      host: 'mariadb',
      port: 3306,
      problem: 'refused',
    },
  },
  {
    name: 'sql-server-jdbc',
    pattern: messagePattern(
      String.raw`TCP/IP connection to the host <host>, port <port> has failed`,
    ),
    example: {
      text: 'com.microsoft.sqlserver.jdbc.SQLServerException: The TCP/IP connection to the host mssql, port 1433 has failed. Error: "Connection refused. Verify the connection properties."',
      host: 'mssql',
      port: 1433,
      problem: 'refused',
    },
  },
  {
    name: 'sql-server-node',
    pattern: messagePattern(
      String.raw`Failed to connect to <endpoint>(?: - | in \d{1,7}ms)`,
    ),
    example: {
      text: 'ConnectionError: Failed to connect to mssql:1433 in 15000ms',
      host: 'mssql',
      port: 1433,
      problem: 'timeout',
    },
  },
  {
    name: 'oracle-no-listener',
    pattern: messagePattern(String.raw`No listener at host <host> port <port>`),
    problem: 'refused',
    example: {
      text: 'ORA-12541: Cannot connect. No listener at host oracle port 1521.',
      host: 'oracle',
      port: 1521,
      problem: 'refused',
    },
  },
  {
    name: 'mongodb-java-cluster-state',
    pattern: messagePattern(
      String.raw`(?:servers=\[\{address=|connecting to server |Server address=|Addr: )<endpoint>`,
    ),
    example: {
      text: 'com.mongodb.MongoTimeoutException: Timed out after 30000 ms while waiting to connect. Client view of cluster state is {type=UNKNOWN, servers=[{address=mongo.data:27017, type=UNKNOWN, state=CONNECTING, exception={com.mongodb.MongoSocketOpenException: Exception opening socket}, caused by {java.net.ConnectException: Connection refused}}]',
      host: 'mongo.data',
      port: 27017,
      problem: 'refused',
    },
  },
  {
    name: 'mongodb-dotnet-cluster-state',
    pattern: messagePattern(
      String.raw`EndPoint:? ?: ?"Unspecified/<endpoint>"`,
    ),
    example: {
      text: 'System.TimeoutException: A timeout occurred after 30000ms selecting a server using CompositeServerSelector. Client view of cluster state is { ClusterId : "1", State : "Disconnected", Servers : [{ ServerId: "{ ClusterId : 1, EndPoint : "Unspecified/mongo:27017" }", HeartbeatException: "MongoDB.Driver.MongoConnectionException: An exception occurred while opening a connection to the server. ---> System.Net.Sockets.SocketException (111): Connection refused',
      host: 'mongo',
      port: 27017,
      problem: 'refused',
    },
  },
];

import { ReachProblem } from '../LogFinding';

/** A sign that something could not be reached, without saying what. */
export interface Symptom {
  readonly name: string;
  readonly pattern: RegExp;
  readonly problem: ReachProblem;
  /** Codes and exception types count before English words. */
  readonly certainty: 'code' | 'words';
  readonly example: string;
}

/**
 * In order: why (the more specific first), then that. The first that fits gives the problem; any that
 * is a code makes the line certain.
 */
export const symptoms: readonly Symptom[] = [
  {
    name: 'code-not-found',
    pattern:
      /\b(?:ENOTFOUND|EAI_NONAME|EAI_NODATA|NXDOMAIN)\b|:nxdomain\b|\[Errno -[25]\]|gaierror\(-[25]\b|\bError -2 connecting\b|['\"] \(-2\)|SocketException \(11001\)/,
    problem: 'not-found',
    certainty: 'code',
    example: 'socket.gaierror: [Errno -2]',
  },
  {
    name: 'code-dns-failed',
    pattern:
      /\b(?:EAI_AGAIN|SERVFAIL)\b|\[Errno -3\]|gaierror\(-3\b|\bError -3 connecting\b|['\"] \(-3\)/,
    problem: 'dns-failed',
    certainty: 'code',
    example: 'socket.gaierror: [Errno -3]',
  },
  {
    name: 'code-refused',
    pattern:
      /\b(?:ECONNREFUSED|ConnectionRefusedError|CONNECTION_REFUSED)\b|:econnrefused\b|\b[Ee]rrno['\"]?[:=]?[ (]?-?(?:111|10061)\b|\b[Ee]rror (?:111|10061) connecting\b|\b(?:returned error |error=)(?:111|10061)\b|os error (?:111|10061)\b|SocketException \((?:111|10061)\)|['\"] \((?:111|10061)\)|\(111: C/,
    problem: 'refused',
    certainty: 'code',
    example: 'ConnectionRefusedError: [Errno 111]',
  },
  {
    name: 'code-unreachable',
    pattern:
      /\b(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|NoRouteToHostException)\b|:ehostunreach\b|\b[Ee]rrno['\"]?[:=]?[ (]?-?(?:113|101)\b|\b[Ee]rror (?:113|101) connecting\b|\b(?:returned error |error=)(?:113|101)\b|os error (?:113|101)\b|SocketException \((?:113|101)\)|['\"] \((?:113|101)\)|\(113: N/,
    problem: 'unreachable',
    certainty: 'code',
    example: 'java.net.NoRouteToHostException: No route to host',
  },
  {
    name: 'code-timeout',
    pattern:
      /\b(?:ETIMEDOUT|ESOCKETTIMEDOUT|ETIMEOUT|ConnectTimeoutException|SocketTimeoutException|HttpConnectTimeoutException|ConnectTimeoutError|ConnectTimeout|UND_ERR_CONNECT_TIMEOUT|SequelizeConnectionTimedOutError)\b|\b[Ee]rrno['\"]?[:=]?[ (]?-?(?:110)\b|\b[Ee]rror (?:110) connecting\b|\b(?:returned error |error=)(?:110)\b|os error (?:110)\b|SocketException \((?:110)\)|['\"] \((?:110)\)|\(110: C/,
    problem: 'timeout',
    certainty: 'code',
    example: "{ code: 'ETIMEDOUT', syscall: 'connect' }",
  },
  {
    name: 'code-reset',
    pattern:
      /\b(?:ECONNRESET|EPIPE|ConnectionResetError|UND_ERR_SOCKET)\b|\b[Ee]rrno['\"]?[:=]?[ (]?-?(?:104)\b|\b[Ee]rror (?:104) connecting\b|\b(?:returned error |error=)(?:104)\b|os error (?:104)\b|SocketException \((?:104)\)|['\"] \((?:104)\)|\(104: C/,
    problem: 'reset',
    certainty: 'code',
    example: 'ConnectionResetError: [Errno 104] Connection reset by peer',
  },
  {
    name: 'code-tls',
    pattern:
      /\b(?:CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_\w{1,40}|SSLHandshakeException|SSLPeerUnverifiedException|CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError)\b|\b(?:x509|tls): |PKIX path building failed|remote certificate (?:is|was) (?:invalid|rejected)/,
    problem: 'tls',
    certainty: 'code',
    example: 'javax.net.ssl.SSLHandshakeException: PKIX path building failed',
  },
  {
    name: 'words-not-found',
    pattern:
      /\bname or service not known|\bname does not resolve|\bno such host|\bunknown (?:server )?host|\bUnknownHostException|\bnodename nor servname|\bno address associated with hostname|\bhost not found|\bcould not resolve host|\bHostNotFound(?:Error|Exception)?|\bNameResolutionError|\bUnresolvedAddressException|\bnon-existing domain|\bbad address\b/i,
    problem: 'not-found',
    certainty: 'words',
    example:
      'dns error: failed to lookup address information: Name or service not known',
  },
  {
    name: 'words-dns-failed',
    pattern: /\btemporary failure in name resolution|\bserver misbehaving/i,
    problem: 'dns-failed',
    certainty: 'words',
    example: 'Temporary failure in name resolution',
  },
  {
    name: 'words-not-resolved',
    pattern:
      /\b(?:could not|couldn't|can ?not|can't|failed to|unable to) resolve (?:the )?(?:host|server|address|name|target)|\b(?:DNS|name) (?:resolution|lookup) failed/i,
    problem: 'not-found',
    certainty: 'words',
    example: 'Unable to resolve host',
  },
  {
    name: 'words-refused',
    pattern:
      /\bconnection refused|\bactively refused|\brefused (?:the )?connection|\bconnection (?:was |to .{1,100} )?refused|\bECONNREFUSED/i,
    problem: 'refused',
    certainty: 'words',
    example: 'Cannot connect to the database - connection refused',
  },
  {
    name: 'words-unreachable',
    pattern:
      /\bno route to host|\bnetwork is unreachable|\bhost is (?:unreachable|down)/i,
    problem: 'unreachable',
    certainty: 'words',
    example: 'connect: no route to host',
  },
  {
    name: 'words-reset',
    pattern: /\bconnection reset(?: by peer)?|\bbroken pipe|\bsocket hang up/i,
    problem: 'reset',
    certainty: 'words',
    example: 'read: connection reset by peer',
  },
  {
    name: 'words-timeout',
    pattern:
      /\bconnect(?:ion)?(?: attempt)? (?:has )?(?:timed out|timeout(?![\s=:]{0,4}\d| (?:of|is|set|to)\b|=))|\bi\/o timeout|\btimed out\b.{0,60}\b(?:connect|waiting for|selecting a server|server selection)|\btimeout (?:occurred|exceeded|while|expired)\b.{0,60}\b(?:connect|waiting|selecting a server)|\bserver selection timeout|\bTLS handshake timeout|\bServerSelectionTimeout|\bMongoTimeoutException|\bread timed out|\bclient\.timeout exceeded|\b(?:connect|reach)\w* .{0,100}(?:timed out|deadline exceeded)|\bfailed to connect .{0,100} in \d{1,7} ?ms|\bcontext deadline exceeded|\bdid not properly respond after a period/i,
    problem: 'timeout',
    certainty: 'words',
    example: 'Connection timed out after 30 s',
  },
  {
    name: 'words-tls',
    pattern:
      /\b(?:tls|ssl) handshake (?:error|fail)|\bcertificate verify failed|\bunable to verify the first certificate|\bself[- ]signed certificate|\bSSL connection could not be established/i,
    problem: 'tls',
    certainty: 'words',
    example: 'SSL handshake failed',
  },
  {
    name: 'sqlstate-08',
    pattern:
      /\bSQL_?STATE\b["']?[\s:=([]{1,4}["']?08[0-9A-Z]{3}\b|[[('"]08(?:000|001|003|004|006|007|S01)[\])'"]|ERROR: 08\d{3}:/i,
    problem: 'failed',
    certainty: 'code',
    example: 'SQLSTATE[08006] [7]',
  },
  {
    name: 'exception-failed',
    pattern:
      /\b(?:java\.net\.ConnectException|\w{0,40}ConnectException|CommunicationsException|Communications link failure|MongoSocket\w{1,20}Exception|Mongo(?:ose)?ServerSelectionError|MongoNetwork\w{0,10}Error|MongoConnectionException|RedisConnection(?:Failure)?Exception|JedisConnectionException|BrokerUnreachableException|ConnectFailureException|AMQPConnection\w{0,20}Error|NoBrokersAvailable|KafkaConnectionError|KafkaJSConnectionError|KafkaJSNumberOfRetriesExceeded|NewConnectionError|NoServersError|NatsNoServersException|ClientConnector\w{0,20}Error|SequelizeConnection\w{0,20}Error|SQLTransientConnectionException|SQLNonTransientConnectionException|CannotGetJdbcConnectionException|HttpHostConnectException|PrismaClientInitializationError|DBConnection\.ConnectionError|NoNodeAvailableException|NpgsqlException \(0x80004005\): (?:Failed to connect|Exception while connecting)|ORA-12(?:170|541|545)|P1001)\b|\b(?:code = Unavailable|14 UNAVAILABLE|UNAVAILABLE: (?:io exception|Unable to resolve)|StatusCode="?Unavailable)/,
    problem: 'failed',
    certainty: 'code',
    example:
      'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure',
  },
  {
    name: 'words-failed',
    pattern:
      /\b(?:could not|couldn't|can ?not|can't|failed to|unable to|failure to|not able to|not possible to) (?:be )?(?:(?:re)?connect|reach|contact|dial|establish (?:\w+ ){0,2}connection|open (?:\w+ ){0,2}connection|obtain (?:\w+ ){0,2}connection|acquire (?:\w+ ){0,2}connection)\b/i,
    problem: 'failed',
    certainty: 'words',
    example: 'Unable to obtain connection from database',
  },
  {
    name: 'words-connection-failed',
    pattern:
      /\bconnection(?: attempt)?(?: to (?:the )?\S{1,100}(?: \w{1,20})?)? (?:failed|failure|lost|error|could not be established|is not available)|\bconnect failed|\bfailed connecting to|\berror (?:while |trying to |when )?connect(?:ing)? to\b|\bhas failed for \d+ times|\bnetwork-related or instance-specific error|\bnone of the specified endpoints were reachable|\bunable to connect to any of the specified|\bclient has run out of available brokers|\bno servers available for connection|\bno server is available|\bfailed to open a socket|\berror communicating with database|\berror (?:trying|sending request)|\bI\/O error on \w{3,7} request|\ball connection attempts failed|\bElasticsearch Unreachable|\bno living connections|\bis (?:unreachable|not reachable)\b|\bTCP connection failed|\bno upstream connections available|\bNetwork Adapter could not establish|\bfetch failed|\b(?:name resolver error|produced zero addresses)/i,
    problem: 'failed',
    certainty: 'words',
    example:
      'SqlException (0x80131904): A network-related or instance-specific error occurred while establishing a connection to SQL Server.',
  },
];

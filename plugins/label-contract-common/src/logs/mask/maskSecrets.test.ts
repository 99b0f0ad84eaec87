import { maskSecrets, maskSecretsInLines } from './maskSecrets';
import { secretPatterns } from './secretPatterns';

describe('maskSecrets', () => {
  it.each(
    secretPatterns.map(({ name, example, masked }) => [name, example, masked]),
  )('masks a %s', (_, example, masked) => {
    expect(maskSecrets(example)).toBe(masked);
  });

  it.each([
    ['postgres://app:s3cr3t@db:5432/shop', 'postgres://***@db:5432/shop'],
    ['postgres://app:s3@cr3t@db:5432/shop', 'postgres://***@db:5432/shop'],
    ['postgres://app:s3/cr3t@db:5432/shop', 'postgres://***@db:5432/shop'],
    ['postgres://app:s3#c?r3t@db:5432/shop', 'postgres://***@db:5432/shop'],
    ["postgres://app:s3'cr3t@db:5432/shop", 'postgres://***@db:5432/shop'],
    ['redis://:s3cr3t@redis:6379/0', 'redis://***@redis:6379/0'],
    ['rediss://default:s3cr3t@[fd00::1]:6379', 'rediss://***@[fd00::1]:6379'],
    [
      'mongodb+srv://app:s3cr3t@cluster0.abc.mongodb.net/shop?retryWrites=true',
      'mongodb+srv://***@cluster0.abc.mongodb.net/shop?retryWrites=true',
    ],
    [
      'mongodb://app:s3cr3t@m1:27017,m2:27017/shop',
      'mongodb://***@m1:27017,m2:27017/shop',
    ],
    [
      'amqp://app:s3cr3t@r1:5672,amqp://app:s3cr3t@r2:5672',
      'amqp://***@r1:5672,amqp://***@r2:5672',
    ],
    ['app:s3cr3t@tcp(mysql:3306)/shop', '***@tcp(mysql:3306)/shop'],
    [
      'dsn=app:s3=cr@3t@tcp(mysql:3306)/shop?parseTime=true',
      'dsn=***@tcp(mysql:3306)/shop?parseTime=true',
    ],
    ['guest:s3cr3t@rabbitmq:5672', '***@rabbitmq:5672'],
    ['https://s3cr3t@github.com/x.git', 'https://***@github.com/x.git'],
    [
      'jdbc:postgresql://db:5432/shop?user=app&password=s3cr3t&ssl=true',
      'jdbc:postgresql://db:5432/shop?user=app&password=***&ssl=true',
    ],
    [
      'jdbc:sqlserver://db:1433;user=app;password=s3cr3t;encrypt=true',
      'jdbc:sqlserver://db:1433;user=app;password=***;encrypt=true',
    ],
    [
      'Host=db;Port=5432;Username=app;Pwd=s3cr3t;',
      'Host=db;Port=5432;Username=app;Pwd=***;',
    ],
    [
      'ScramLoginModule required username="app" password="s3 \\" cr3t";',
      'ScramLoginModule required username="app" password=***;',
    ],
    ['{"password":"s3cr3t","host":"db"}', '{"password":***,"host":"db"}'],
    [
      '{"msg":"{\\"password\\":\\"s3cr3t\\",\\"host\\":\\"db\\"}"}',
      '{"msg":"{\\"password\\":***,\\"host\\":\\"db\\"}"}',
    ],
    ['{"password":"s3cr3t and the line ends', '{"password":***'],
    ['{password: s3cr3t, host: db}', '{password: ***, host: db}'],
    ['password=s3,cr)3t host=db', 'password=*** host=db'],
    ['DB_PASSWORD=s3cr3t DB_HOST=db', 'DB_PASSWORD=*** DB_HOST=db'],
    ['spring.datasource.password=s3cr3t', 'spring.datasource.password=***'],
    [':password=>"s3cr3t", :host=>"db"', ':password=>***, :host=>"db"'],
    ['authorization: Basic YXBwOnMzY3IzdA==', 'authorization: Basic ***'],
    [
      'https://x.blob.core.windows.net/a?sv=1&sig=s3cr3t&se=2',
      'https://x.blob.core.windows.net/a?sv=1&sig=***&se=2',
    ],
    [
      'AccountName=shop;AccountKey=s3cr3t==;EndpointSuffix=core.windows.net',
      'AccountName=shop;AccountKey=***;EndpointSuffix=core.windows.net',
    ],
  ])('masks what is secret in %s', (line, masked) => {
    expect(maskSecrets(line)).toBe(masked);
  });

  it.each([
    'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused',
    'FATAL:  password authentication failed for user "app"',
    "Access denied for user 'app'@'10.1.2.3' (using password: YES)",
    'Get "http://api:8080/@scope/pkg": dial tcp: lookup api on 10.96.0.10:53: no such host',
    'pulled registry:5000/app@sha256:0123456789abcdef',
    'at /app/node_modules/@nestjs/core/index.js:10:5',
    'com.zaxxer.hikari.HikariDataSource@1f2e3d closed',
    'contact ops@example.com',
    'Bearer authentication and Basic authentication are off',
    'basic authentication is off, bearer authentication too',
  ])('leaves %s as it is', line => {
    expect(maskSecrets(line)).toBe(line);
  });

  it('changes nothing more the second time', () => {
    for (const { example, masked } of secretPatterns) {
      expect(maskSecrets(maskSecrets(example))).toBe(masked);
    }
  });

  it.each(
    [
      'password=',
      'password="',
      "password='\\",
      'password=,',
      'pwd=a;',
      '://',
      '://a:b@',
      '@',
      'a:@',
      'a:b@tcp(',
      '-eyJ',
      'eyJaaaaaaaa.',
      '-----BEGIN A-----',
      '-',
      '"',
      '\\',
      '\\"',
      ' ',
      'bearer ',
      'Basic a',
      'authorization: ',
      '--password ',
      'a',
      'A',
      '=',
      ';',
      'jaas.config=',
      'mysql ',
      'redis-cli ',
      'cookie: ',
      'jdbc:oracle:thin:',
    ].map(part => [part]),
  )('masks 100 kB of %j in linear time', part => {
    const line = part.repeat(Math.ceil(100_000 / part.length));

    const startedAt = performance.now();
    maskSecrets(line);
    maskSecrets(`password=${line}`);
    maskSecrets(`x://${line}@`);
    maskSecrets(`${line}-----END x`);

    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe('maskSecretsInLines', () => {
  it('masks the lines of a PEM block and nothing behind it', () => {
    expect(
      maskSecretsInLines([
        'loading',
        '-----BEGIN PRIVATE KEY-----',
        'MIIEvQIBADANBgkqh',
        '-----END PRIVATE KEY-----',
        'connecting to db:5432',
      ]),
    ).toEqual([
      'loading',
      '-----BEGIN PRIVATE KEY-----***',
      '***',
      '***',
      'connecting to db:5432',
    ]);
  });
});

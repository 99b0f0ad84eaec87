import { ReachTarget } from '../LogFinding';
import { knownPorts, portOfScheme } from './ports';
import { readTarget } from './readTarget';

interface Found {
  readonly at: number;
  readonly target: ReachTarget;
}

const NAME = String.raw`[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}`;
const NAME_START = String.raw`(?<![A-Za-z0-9_.-])`;

const URL_IN_TEXT =
  /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{1,30}):\/\/([^\s"'`<>()\\;|{}/?#]{1,1000})/gi;

/** Words in front of a link that explains the error, and is not what could not be reached. */
const LINK_FOLLOWS =
  /\b(?:see|visit|docs?|documentation|refer to|more info(?:rmation)?|more details|guide)(?: at| on)?[:\s(]{1,3}$/i;

const JAVA_SOCKET_ADDRESS = new RegExp(
  `${NAME_START}(${NAME})?/(?:(\\d{1,3}(?:\\.\\d{1,3}){3})|\\[?([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})\\]?|<unresolved>):(\\d{1,5})(?!\\d)`,
  'g',
);

const PAIR = new RegExp(
  `${NAME_START}(${NAME}|\\[[0-9A-Fa-f:.]{2,45}\\]):(\\d{1,5})(?![\\w]|\\.\\d)`,
  'g',
);

const PYTHON_TUPLE = new RegExp(
  `\\('(${NAME}|[0-9A-Fa-f:]{2,45})', (\\d{1,5})\\b`,
  'g',
);

const KEYED =
  /(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_.]{0,30}[_.])?(host|hostname|hostaddr|server|data source|addr|address|broker|endpoint|bootstrap[._]servers)["']?(\s{0,2}[=:]\s{0,2})["'`]?(?:tcp:)?([A-Za-z0-9_][A-Za-z0-9_.-]{0,252})(?:[:,](\d{1,5})(?!\d))?/gi;

const PORT_AFTER_HOST =
  /^["'`)]{0,2}[\s,;&(]{1,3}(?:[A-Za-z_.]{0,20}[_.])?["']?port["']?\s{0,2}[=:]?\s{0,2}["']?(\d{1,5})(?!\d)/i;

const HOST_AND_WORD_PORT = new RegExp(
  `\\b(?:to|host|for|at|server|on) ["'\`]?${NAME_START}(${NAME})["'\`]?,? (?:\\([^)\\s]{1,50}\\),? )?(?:on )?port:? (\\d{1,5})\\b`,
  'gi',
);

/** Names of source and configuration files: `main.go:42` is a place in a file. */
const FILE =
  /^[^.]+\.(?:go|js|cjs|mjs|ts|tsx|jsx|py|pyx|rb|java|kt|scala|clj|groovy|cs|fs|vb|php|rs|c|cc|cpp|h|hpp|ex|exs|erl|sh|pl|lua|swift|conf|cfg|ini|ya?ml|json|xml|html|sql|log|properties|so|dll|exe|jar)$/i;

const ADDRESS_FOLLOWS =
  /(?:\b(?:to|at|host|server|servers|broker|brokers|node|for|with|via|from|reach|contact|addr|address|endpoint|upstream|target|peer|redis|database|db|url|uri|instance|connect|connecting|dial|tcp|resolve)["']?[:=]?\s{0,2}["'`[(]{0,2}|[@=])$/i;

/**
 * The addresses that a text names, in order: URLs, connection strings, `host=db port=5432`,
 * `db:5432`, `db/10.0.0.1:5432`, `[fd00::1]:5432`, `('10.0.0.1', 5432)`, `db port 5432`. A bare name is
 * no address here, because a class name looks the same.
 */
export function addressesInText(text: string): ReachTarget[] {
  const found = [
    ...urls(text),
    ...keyed(text),
    ...matches(text, PYTHON_TUPLE).map(found1),
    ...matches(text, HOST_AND_WORD_PORT).map(found1),
    ...javaSocketAddresses(text),
    ...pairs(text),
  ];
  return found
    .flatMap(({ at, target }) => (target ? [{ at, target }] : []))
    .sort((a, b) => a.at - b.at)
    .map(({ target }) => target);
}

type MaybeFound = Omit<Found, 'target'> & { readonly target?: ReachTarget };

function matches(text: string, pattern: RegExp): RegExpMatchArray[] {
  return Array.from(text.matchAll(pattern));
}

function found1(match: RegExpMatchArray): MaybeFound {
  return { at: match.index ?? 0, target: readTarget(match[1], match[2]) };
}

function urls(text: string): MaybeFound[] {
  return matches(text, URL_IN_TEXT).flatMap(match => {
    const at = match.index ?? 0;
    if (LINK_FOLLOWS.test(text.slice(Math.max(0, at - 30), at))) {
      return [];
    }
    const scheme = match[1].toLowerCase();
    const port = portOfScheme.get(scheme)?.toString();
    const authority = match[2].slice(match[2].lastIndexOf('@') + 1);
    return authority.split(',').map(hostAndPort => {
      const parts = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?/.exec(hostAndPort);
      return { at, target: readTarget(parts?.[1], parts?.[2] || port) };
    });
  });
}

function keyed(text: string): MaybeFound[] {
  return matches(text, KEYED).map(match => {
    const [whole, key, separator, host, port] = match;
    const at = match.index ?? 0;
    const after = text.slice(at + whole.length, at + whole.length + 60);
    const portAfter = port ?? PORT_AFTER_HOST.exec(after)?.[1];
    // Without a port, `hostname` is mostly the pod's own, `host: x` the header of a request, and
    // what follows a colon a sentence.
    const isSure =
      portAfter || (separator.includes('=') && !/^hostname$/i.test(key));
    return { at, target: isSure ? readTarget(host, portAfter) : undefined };
  });
}

function javaSocketAddresses(text: string): MaybeFound[] {
  return matches(text, JAVA_SOCKET_ADDRESS).map(match => {
    const [, name, ipv4, ipv6, port] = match;
    const byAddress = readTarget(ipv4 ?? ipv6, port);
    const byName = readTarget(name, port);
    return {
      at: match.index ?? 0,
      target:
        byName && byAddress
          ? { ...byName, address: byAddress.host }
          : byName ?? byAddress,
    };
  });
}

function pairs(text: string): MaybeFound[] {
  return matches(text, PAIR).map(match => {
    const at = match.index ?? 0;
    const target = readTarget(match[1], match[2]);
    const before = text.slice(Math.max(0, at - 30), at);
    // What stands behind a slash is a path, or was read as URL or socket address already.
    if (!target || /(?:^|[^/])\/$|\\$|[a-z]:\/\/$/i.test(before)) {
      return { at };
    }
    if (FILE.test(target.host)) {
      return { at };
    }
    const isCertain =
      target.host.includes('.') ||
      target.host.includes(':') ||
      knownPorts.has(target.port ?? 0) ||
      ADDRESS_FOLLOWS.test(before);
    return { at, target: isCertain ? target : undefined };
  });
}

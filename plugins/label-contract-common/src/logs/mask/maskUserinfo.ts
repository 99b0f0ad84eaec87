import { MASK } from './secretPatterns';

const HOST_AND_PORT =
  /^(?:\[[^\]]*\]|[\w.-]*)(?::\d*)?(?:,(?:\[[^\]]*\]|[\w.-]+)(?::\d*)?)*$/;

/** The driver name in parentheses' front, as in `user:password@tcp(db:3306)/shop`. */
const GO_DSN = /@[a-z][a-z0-9+-]{0,15}\(/;

/**
 * The line with the userinfo of every URL, Go DSN and `user:password@host` masked. Userinfo reaches
 * to the last `@`, because passwords are seldom encoded as they should be.
 */
export function maskUserinfo(line: string): string {
  if (!line.includes('@')) {
    return line;
  }
  return maskUrls(line).replace(/[^\s"'`<>]+/g, maskWord);
}

function maskUrls(line: string): string {
  const starts: number[] = [];
  for (
    let at = line.indexOf('://');
    at !== -1;
    at = line.indexOf('://', at + 3)
  ) {
    starts.push(at + 3);
  }

  let masked = line.slice(0, starts[0]);
  starts.forEach((start, index) => {
    masked += maskAfterScheme(line.slice(start, starts[index + 1]));
  });
  return starts.length === 0 ? line : masked;
}

/** `rest` is what follows `://`, up to the next `://` or the line's end. */
function maskAfterScheme(rest: string): string {
  const end = rest.search(/[\s"'`<>]/);
  const url = end === -1 ? rest : rest.slice(0, end);
  const authority = url.split(/[/?#]/, 1)[0];
  if (authority === '' && !url.startsWith('@')) {
    return rest;
  }
  if (!authority.includes('@') && HOST_AND_PORT.test(authority)) {
    return rest;
  }

  const at = url.lastIndexOf('@');
  if (at !== -1) {
    return `${MASK}${rest.slice(at)}`;
  }
  // A quote in the password: go on to the next blank.
  const blank = rest.search(/\s/);
  const word = blank === -1 ? rest : rest.slice(0, blank);
  const later = word.lastIndexOf('@');
  return later === -1 ? rest : `${MASK}${rest.slice(later)}`;
}

function maskWord(word: string): string {
  if (!word.includes('@') || word.includes('://')) {
    return word;
  }

  const dsn = word.search(GO_DSN);
  if (dsn > 0) {
    return `${frontOf(word)}${MASK}${word.slice(dsn)}`;
  }

  const at = word.lastIndexOf('@');
  const front = frontOf(word);
  const userinfo = word.slice(front.length, at);
  const host = word.slice(at + 1, at + 40);
  const isUserinfo = /^[^/:@]{0,64}:./.test(userinfo) && /^[\w[]/.test(host);
  if (!isUserinfo || host.startsWith('sha256:')) {
    return word;
  }
  return `${front}${MASK}${word.slice(at)}`;
}

/** Brackets and a key in front of a value: `(`, `dsn=`. */
function frontOf(word: string): string {
  return /^[([{]{0,3}(?:[\w.-]{1,40}=)?/.exec(word)?.[0] ?? '';
}

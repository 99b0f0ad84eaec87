import { addressesInText } from './address/addressesInText';
import { isIpAddress, readTarget } from './address/readTarget';
import { ReachProblem, ReachTarget } from './LogFinding';
import { clientMessages } from './messages/clientMessages';
import {
  ATTEMPT,
  INBOUND,
  NEGATION,
  OWN_LISTENING,
  PEERS,
  REACHED,
} from './messages/otherMessages';
import { symptoms } from './messages/symptoms';

/** What one text says about reaching something. */
export type Reading =
  | {
      readonly kind: 'failure';
      readonly target?: ReachTarget;
      readonly problem: ReachProblem;
      readonly certainty: 'code' | 'words';
    }
  | { readonly kind: 'attempt'; readonly target: ReachTarget }
  | { readonly kind: 'reached'; readonly target: ReachTarget }
  | { readonly kind: 'nothing' };

const NOTHING: Reading = { kind: 'nothing' };

/** Dates and times look like `host:port`; a resolver is not what was looked for; nor is our own end,
 * nor a client's. */
const NOT_ADDRESSES =
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?|(?<![\d:.])\d\d?:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:])| on \S{3,50}:53\b|(?<![^\s=("'])[\w.:[\]-]{3,60}->|(?<![a-z0-9])(?:local|remote|client|listen|bind|source|src|peer)_?(?:addr(?:ess)?|ip)["']?\s?[=:]\s?["']?[^\s"',;]{1,80}|\bclient: [\d.]{7,15}/gi;

/** What a text without secrets says about reaching something. */
export function readFailure(text: string): Reading {
  if (OWN_LISTENING.test(text) || isInbound(text)) {
    return NOTHING;
  }

  const named = targetOfMessage(text);
  const signs = symptoms.filter(({ pattern }) => pattern.test(text));
  const certainty =
    named || signs.some(sign => sign.certainty === 'code') ? 'code' : 'words';
  const addresses = addressesInText(text.replace(NOT_ADDRESSES, ' '));
  const target = named
    ? withName(named.target, addresses)
    : firstNamed(addresses);

  const isReached = REACHED.test(text) && !NEGATION.test(text);
  if (isReached && certainty === 'words') {
    return target ? { kind: 'reached', target } : NOTHING;
  }
  if (named || signs.length > 0) {
    const problem = named?.problem ?? signs[0]?.problem ?? 'failed';
    return { kind: 'failure', target, problem, certainty };
  }
  return target && ATTEMPT.test(text) ? { kind: 'attempt', target } : NOTHING;
}

/**
 * The target with the port that another address of the same host gives it, and with the name that
 * another address of the same port gives it, if it is an IP address:
 * the name is what the process was told, and what a Service is called.
 */
export function withName(
  target: ReachTarget,
  others: readonly ReachTarget[],
): ReachTarget {
  if (target.port === undefined) {
    const same = others.find(
      other => other.host === target.host && other.port !== undefined,
    );
    if (same) {
      return withName({ ...target, port: same.port }, others);
    }
  }
  if (!isIpAddress(target.host)) {
    const known = others.find(
      other =>
        isIpAddress(other.host) &&
        other.port !== undefined &&
        other.port === target.port,
    );
    return known && !target.address
      ? { ...target, address: known.host }
      : target;
  }
  const named = others.find(
    other =>
      !isIpAddress(other.host) &&
      (other.port === target.port ||
        other.port === undefined ||
        target.port === undefined),
  );
  if (!named) {
    return target;
  }
  const port = target.port ?? named.port;
  return {
    host: named.host,
    ...(port !== undefined && { port }),
    address: target.host,
  };
}

function firstNamed(
  addresses: readonly ReachTarget[],
): ReachTarget | undefined {
  const [first] = addresses;
  return first && withName(first, addresses);
}

function targetOfMessage(
  text: string,
): { target: ReachTarget; problem?: ReachProblem } | undefined {
  for (const { pattern, problem } of clientMessages) {
    const groups = pattern.exec(text)?.groups;
    const address = groups?.address && readTarget(groups.address);
    const host = groups?.host ?? groups?.address;
    const target = readTarget(host, groups?.port);
    if (target) {
      const hasBoth = address && address.host !== target.host;
      return {
        target: hasBoth ? { ...target, address: address.host } : target,
        problem,
      };
    }
  }
  return undefined;
}

function isInbound(text: string): boolean {
  if (INBOUND.test(text)) {
    return true;
  }
  const peers = PEERS.exec(text);
  return (
    peers !== null && Number(peers[1]) < 32768 && Number(peers[2]) >= 32768
  );
}

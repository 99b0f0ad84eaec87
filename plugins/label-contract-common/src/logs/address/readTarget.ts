import { ReachTarget } from '../LogFinding';

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Whether the text is an IPv4 or IPv6 address (without brackets). */
export function isIpAddress(host: string): boolean {
  return isIpv4(host) || isIpv6(host);
}

function isIpv4(host: string): boolean {
  return (
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) &&
    host.split('.').every(part => Number(part) <= 255)
  );
}

function isIpv6(host: string): boolean {
  return canonicalIpv6(host) !== undefined;
}

/** The shortest spelling of an IPv6 address, since Java writes all eight groups. */
export function canonicalIpv6(host: string): string | undefined {
  if (!/^[0-9a-f:.]{2,45}$/i.test(host) || host.split(':').length < 3) {
    return undefined;
  }
  try {
    return new URL(`http://[${host}]/`).hostname.slice(1, -1);
  } catch {
    return undefined;
  }
}

/**
 * The target that a host and a port as they stand in a text name; undefined where they are none,
 * such as a class name or a placeholder.
 */
export function readTarget(
  host: string | undefined,
  port?: string,
): ReachTarget | undefined {
  const name = (host ?? '').replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  const portNumber = readPort(port);
  if (portNumber === 'none') {
    return undefined;
  }

  const ipv6 = canonicalIpv6(name);
  if (ipv6 !== undefined) {
    return targetOf(ipv6, portNumber);
  }
  if (!isIpv4(name) && !isDnsName(name)) {
    return undefined;
  }
  return targetOf(name.toLowerCase(), portNumber);
}

function targetOf(host: string, port: number | undefined): ReachTarget {
  return port === undefined ? { host } : { host, port };
}

function readPort(port: string | undefined): number | undefined | 'none' {
  if (port === undefined || port === '') {
    return undefined;
  }
  const value = Number(port);
  return /^[1-9]\d{0,4}$/.test(port) && value <= 65535 ? value : 'none';
}

function isDnsName(name: string): boolean {
  const labels = name.split('.');
  const last = labels[labels.length - 1];
  if (name.length > 253 || !labels.every(label => LABEL.test(label))) {
    return false;
  }
  if (/^\d+$/.test(last)) {
    return false;
  }
  // `java.net.ConnectException`
  const isClass = labels.length > 1 && /[A-Z]/.test(last) && /[a-z]/.test(last);
  return !isClass;
}

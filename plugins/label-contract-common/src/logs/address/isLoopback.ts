/** Whether a host is the process's own pod, whatever the cluster holds: `localhost`, 127/8, `0.0.0.0`. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host.startsWith('localhost.localdomain') ||
    /^(?:127(?:\.\d{1,3}){3}|0\.0\.0\.0)$/.test(host) ||
    host === '::1' ||
    host === '::' ||
    host.startsWith('::ffff:7f')
  );
}

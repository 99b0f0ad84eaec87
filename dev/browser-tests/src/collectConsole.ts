import { Page } from 'playwright-core';

/** What a page writes to its console that is not ours. */
const NOT_OURS = [
  // The shell's own icons.
  /^The following icons were registered as IconComponent, which is deprecated/,
  // The browser says so of every request that fails, whatever the page makes of it.
  /^Failed to load resource: /,
  // The scaffolder, of a form with a value that is not allowed.
  /^Form validation failed /,
];

/** The errors and warnings of a page. */
export interface ConsoleLog {
  /** Those since it was last asked. */
  take(): string[];
}

/** Collects what a page complains about, and what it throws. */
export function collectConsole(page: Page): ConsoleLog {
  const lines: string[] = [];
  page.on('console', message => {
    const text = message.text();
    const isComplaint = ['error', 'warning'].includes(message.type());
    if (isComplaint && !NOT_OURS.some(pattern => pattern.test(text))) {
      lines.push(`${message.type()}: ${text}`);
    }
  });
  page.on('pageerror', error => lines.push(`thrown: ${error.stack ?? error}`));
  return { take: () => lines.splice(0) };
}

import { Page } from 'playwright-core';

/** Requests of a page, counted as they are sent. */
export interface RequestCount {
  readonly count: number;
  /** Waits for more of them. */
  untilMoreThan(count: number): Promise<void>;
}

/** Counts the requests whose address matches, from now on. */
export function countRequests(page: Page, address: RegExp): RequestCount {
  let count = 0;
  page.on('request', request => {
    if (address.test(request.url())) {
      count += 1;
    }
  });
  return {
    get count() {
      return count;
    },
    async untilMoreThan(least) {
      while (count <= least) {
        await page.waitForRequest(address);
      }
    },
  };
}

import { Page } from 'playwright-core';

/** Everything that is wrong with how a page looks and reads, in words. */
export async function inspectPage(page: Page): Promise<string[]> {
  return [
    ...(await inspectAccess(page)),
    ...(await inspectWidth(page)),
    ...(await inspectClipping(page)),
    ...(await inspectMotion(page)),
  ];
}

async function inspectAccess(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  }
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run('main', {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) =>
          `axe ${id}: ${html.slice(0, 160)} ${failureSummary.replace(
            /\s+/g,
            ' ',
          )}`,
      ),
    );
  });
}

async function inspectWidth(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth
      ? [`wider than the window: ${scrollWidth} of ${clientWidth} pixels`]
      : [];
  });
}

/** What is cut off without a way to read it. Words for those who listen are cut off on purpose. */
async function inspectClipping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element) => {
      const style = getComputedStyle(element);
      const hides = (overflow: string) =>
        overflow === 'hidden' || overflow === 'clip';
      const isForListeners =
        style.position === 'absolute' && element.clientWidth <= 1;
      const hasTitle =
        style.textOverflow === 'ellipsis' && element.hasAttribute('title');
      return (
        !isForListeners &&
        !hasTitle &&
        ((hides(style.overflowX) &&
          element.scrollWidth > element.clientWidth + 1) ||
          (hides(style.overflowY) &&
            element.scrollHeight > element.clientHeight + 1))
      );
    };
    return [...document.querySelectorAll('main *:not(svg, svg *)')]
      .filter(isCut)
      .map(element => `cut off: ${element.outerHTML.slice(0, 160)}`);
  });
}

/** The reader asked for none. */
async function inspectMotion(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(animation => `moves: ${animation.constructor.name}`),
  );
}

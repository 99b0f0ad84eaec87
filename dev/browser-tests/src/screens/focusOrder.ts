import { Page } from 'playwright-core';

/** What has the focus, as somebody hears it. */
export interface Focused {
  /** ARIA role, or the name of the element where it has none of its own. */
  readonly role: string;
  readonly name: string;
  /** True where a ring is drawn around it. */
  readonly isVisible: boolean;
}

/** What has the focus; undefined where nothing in the page has. */
async function focused(page: Page): Promise<Focused | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || !document.querySelector('main')?.contains(element)) {
      return undefined;
    }
    // The first that fits.
    const [role = element.tagName.toLowerCase()] = Object.entries({
      menu: 'button[aria-haspopup]',
      toggle: 'button[aria-pressed]',
      sort: 'th button',
      button: 'button',
      link: 'a',
      radio: 'input[type=radio]',
      search: 'input[type=search]',
    })
      .filter(([, selector]) => element.matches(selector))
      .map(([name]) => name);
    // A radio button fills the label that is drawn for it.
    const drawn = element.closest('label') ?? element;
    const hasRing = (each: Element) =>
      getComputedStyle(each).outlineStyle !== 'none' &&
      parseFloat(getComputedStyle(each).outlineWidth) >= 2;
    return {
      role,
      name: (
        element.getAttribute('aria-label') ??
        (drawn.textContent?.trim() || element.getAttribute('placeholder')) ??
        ''
      ).replace(/\s+/g, ' '),
      isVisible: [element, drawn, drawn.parentElement ?? drawn].some(hasRing),
    };
  });
}

/** Everything that the key Tab reaches, from the first to the last. */
export async function focusOrder(page: Page): Promise<readonly Focused[]> {
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) {
      activeElement.blur();
    }
  });
  const order: Focused[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const next = await focused(page);
    if (next === undefined) {
      return order;
    }
    order.push(next);
  }
}

/** Tabs on until something of that role and name has the focus; throws where nothing has. */
export async function tabTo(
  page: Page,
  wanted: { role: string; name: string | RegExp },
): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    const { role, name } = (await focused(page)) ?? {};
    if (role === wanted.role && name?.match(wanted.name)) {
      return;
    }
  }
  throw new Error(`Tab reaches no ${wanted.role} '${wanted.name}'`);
}

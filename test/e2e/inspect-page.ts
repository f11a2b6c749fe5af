import axe, { type AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const standard = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const contrast = { type: 'rule', values: ['color-contrast'] };

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** Has axe at hand in every page of the context, whatever its policy. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(axe.source);
}

/** Everything that is wrong with a page: on a desk, on a phone, in the dark, and what makes a phone scroll sideways. */
export async function inspectPage(page: Page, address: string): Promise<readonly string[]> {
  await page.setViewportSize(desk);
  await page.goto(address);
  const onDesk = await violations(page, standard);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inTheDark = await violations(page, contrast);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  const onPhone = await violations(page, standard);
  const width: number = await page.evaluate('document.documentElement.scrollWidth');
  const path = new URL(address).pathname;
  return [
    ...onDesk.map((found) => `${path} on a desk: ${found}`),
    ...inTheDark.map((found) => `${path} in the dark: ${found}`),
    ...onPhone.map((found) => `${path} on a phone: ${found}`),
    ...(width > phone.width ? [`${path} on a phone: is ${width} px wide`] : []),
  ];
}

async function violations(
  page: Page,
  runOnly: { readonly type: string; readonly values: readonly string[] },
): Promise<readonly string[]> {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], iframes: false });
  const frames = page.frames().filter((frame) => frame.url().startsWith('http'));
  const results = await Promise.all(
    frames.map((frame) => frame.evaluate<AxeResults>(`axe.run(document, ${options})`)),
  );
  return results
    .flatMap(({ violations }) => violations)
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`));
}

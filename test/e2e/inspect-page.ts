import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const contrast = { type: 'rule', values: ['color-contrast'] };
const standard = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

// The small one: half a megabyte less to send to and read in each page.
const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/**
 * Colours that are on their way from light to dark are neither: all that moves is brought to its end at once. What never ends
 * cannot be; a spinner has no colours of its own.
 */
const bringToEnd = `for (const moving of document.getAnimations()) {
  if (Number.isFinite(moving.effect.getComputedTiming().endTime)) moving.finish();
}`;

/** A page by its address, or the one that answers a form. */
export type Place =
  | string
  | {
      readonly on: string;
      /** The form's address. */
      readonly form: string;
      /** What is typed, by field name. */
      readonly fields: Readonly<Record<string, string>>;
    };

/** Everything that is wrong with a page: on a desk, on a phone in the dark, and what makes a phone scroll sideways. */
export async function inspectPage(
  page: Page,
  { portal, place, language }: { readonly portal: string; readonly place: Place; readonly language: string },
): Promise<readonly string[]> {
  await page.setViewportSize(language === 'id' ? desk : phone);
  await openPlace(page, portal, place);
  // The local provider speaks both languages on one page.
  const lang = await page.getAttribute('html', 'lang');
  const path = typeof place === 'string' ? place : `the answer of ${place.form}`;
  const spoken =
    lang !== language && !page.url().includes('/oidc/') ? [`${path} (${language}) is in ${lang}`] : [];
  return [...spoken, ...(await inspectHere(page, { path, language }))];
}

/** The same of the page as it stands. */
export async function inspectHere(
  page: Page,
  { path, language }: { readonly path: string; readonly language: string },
): Promise<readonly string[]> {
  const found: (readonly [string, readonly string[]])[] = [];
  // A page that has only begun to come has nothing to look at.
  await page.waitForLoadState();
  // Colours and what only a desk shows are the same in every language; names of things are not.
  const isFirst = language === 'id';
  if (isFirst) {
    await page.setViewportSize(desk);
    found.push(['on a desk', await violations(page, { runOnly: standard })]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Menus, filters and heads of tables are open on a desk alone.
    found.push(['on a desk in the dark', await violations(page, { runOnly: contrast })]);
    // A phone shows the same colours in the light: its own are looked at in the dark.
  }
  await page.setViewportSize(phone);
  const rules = { 'color-contrast': { enabled: isFirst } };
  found.push([
    `on a phone${isFirst ? ' in the dark' : ''}`,
    await violations(page, { runOnly: standard, rules }),
  ]);
  await page.emulateMedia({ colorScheme: null });
  const width: number = await page.evaluate('document.documentElement.scrollWidth');
  if (width > phone.width) found.push(['on a phone', [`is ${width} px wide`]]);
  return found.flatMap(([where, faults]) =>
    faults.map((fault) => `${path} (${language}) ${where}: ${fault}`),
  );
}

async function openPlace(page: Page, portal: string, place: Place): Promise<void> {
  if (typeof place === 'string') {
    await page.goto(new URL(place, portal).href);
    return;
  }
  await page.goto(new URL(place.on, portal).href);
  for (const [name, text] of Object.entries(place.fields)) await typeInto(page, { name, text });
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  // As Enter does: the first button of a form may be there for it alone, and not to be seen.
  const form = JSON.stringify(`form[action="${place.form}"]`);
  await page.evaluate(`{
    const form = document.querySelector(${form});
    form.requestSubmit(form.querySelector('button[type=submit]'));
  }`);
  // What was typed wrong is said on the page that holds it.
  const status = (await answered).status();
  if (status !== 200 && status !== 422)
    throw new Error(`${place.form} was answered with ${status}, not a page`);
  await page.waitForLoadState();
}

/** A text is typed, an option of a list chosen by its name, a box ticked by its value. */
async function typeInto(
  page: Page,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<void> {
  const box = page.locator(`[name="${name}"][value="${text}"][type=checkbox]`);
  const list = page.locator(`select[name="${name}"]`);
  if ((await box.count()) > 0) await box.check();
  else if ((await list.count()) > 0) await list.selectOption(text);
  else await page.fill(`[name="${name}"]`, text);
}

async function violations(
  page: Page,
  asked: {
    readonly runOnly: { readonly type: string; readonly values: readonly string[] };
    readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
  },
): Promise<readonly string[]> {
  await page.evaluate(bringToEnd);
  // Of these rules none reads style sheets beforehand.
  const options = JSON.stringify({
    ...asked,
    ...{ resultTypes: ['violations'], iframes: false, preload: false },
  });
  const frames = page.frames().filter((frame) => frame.url().startsWith('http'));
  const results = await Promise.all(
    frames.map(async (frame) => {
      await bringAxe(frame);
      return frame.evaluate<AxeResults>(`axe.run(document, ${options})`);
    }),
  );
  return results
    .flatMap(({ violations }) => violations)
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`));
}

/** Only where it is asked, since most pages of a journey are passed through. The policy of a page does not hold for its inspector. */
async function bringAxe(frame: Frame): Promise<void> {
  if (await frame.evaluate<boolean>(`'axe' in window`)) return;
  await frame.evaluate(`${axe};undefined`);
}

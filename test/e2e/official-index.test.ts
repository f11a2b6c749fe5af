import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { colleagues } from '../../functions/dev-server/seed/colleagues.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { serveSiasn } from './siasn-server.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const people = new Map(
  colleagues.map(({ number }, n) => [number, (n + 1).toString(16).padStart(32, '0').toUpperCase()]),
);
const sri = { name: 'Sri Contoh', number: '199005172015032999' };
const wulan = { name: 'Wulan Contoh', number: '198110052006042999' };
/** One person has a value, another an impossible one, and nobody else has any yet. */
const indexes = new Map<string, unknown>([
  [
    sri.number,
    {
      ...{ kualifikasi: 15, kompetensi: 17.5, kinerja: 25, disiplin: 5, subtotal: 62.5 },
      created_at: '2026-02-12 08:15:33',
    },
  ],
  [wulan.number, { kualifikasi: 99, kompetensi: 0, kinerja: 0, disiplin: 0, created_at: 'besok' }],
]);

let siasn: Awaited<ReturnType<typeof serveSiasn>> | undefined;
afterAll(() => siasn?.close());

const stage = useStage('official-index', undefined, async () => {
  siasn = await serveSiasn(people, indexes);
  return { SIASN_GATEWAY: siasn.address, SEED: 'working-day' };
});

/** Nothing to find for axe on a phone and on a desk, and nothing to scroll sideways. */
async function clean(page: Page, path: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0);
  }
}

const desk = '/agency/siasn/indexes';
const own = '/jp/ip-asn';

async function open(name: string): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name });
  return page;
}

/** SIASN on, the real one, with a session. */
async function setUp(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/agency/siasn/settings`);
  await page.locator('[name="isOn"]').check();
  await page.locator('[name="environment"]').selectOption('production');
  await page.locator('[name="fromYear"]').fill('2026');
  await page.locator('[name="siasnAgencyId"]').fill('B'.repeat(32));
  await page.locator('[name="subjectId"]').fill('A5EB03E20299F6A0E040640A040252AD');
  await page.locator('[name="consumerKey"]').fill('kunci');
  await page.locator('[name="consumerSecret"]').fill('rahasia');
  await page.locator('form[action="/agency/siasn/settings"] button[type=submit]').click();
  await page.getByRole('heading', { level: 1, name: 'SIASN' }).waitFor();
}

async function openSession(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/agency/siasn`);
  await page.locator('[name="token"]').fill(siasn?.fake.signIn() ?? '');
  await page.getByRole('button', { name: 'Buka sesi' }).click();
  await page.getByRole('button', { name: 'Tutup sesi' }).waitFor();
}

describe.skipIf(noBrowser !== undefined)(`official values of IP ASN in the browser${unlessNoBrowser}`, () => {
  it('are switched on, read, and stand beside the simulation of their person; what fails is told', async () => {
    const { portal } = stage.server.dev;
    const admin = await open('Agus Contoh');
    const learner = await open(sri.name);
    await learner.goto(`${portal}${own}`);
    await learner.getByText('Instansi Anda belum membaca nilai resmi dari SIASN').waitFor();
    await clean(learner, own);

    await admin.goto(`${portal}${desk}`);
    await admin.getByText('SIASN belum diaktifkan').waitFor();
    await clean(admin, desk);
    await setUp(admin, portal);
    await admin.getByRole('link', { name: 'Buka: IP ASN resmi' }).click();
    await admin.getByRole('button', { name: 'Mulai membaca' }).click();
    // Nobody is signed in to SIASN yet.
    await admin.getByText('Belum ada yang membaca').waitFor();
    await clean(admin, desk);
    await learner.goto(`${portal}${own}`);
    await learner.getByText('Nilai Anda belum sempat dibaca').waitFor();
    await learner.getByRole('button', { name: 'Minta dibaca ulang' }).click();
    await learner.getByText('menunggu dibaca').waitFor();

    await openSession(admin, portal);
    await admin.goto(`${portal}${desk}`);
    await until(admin, () => admin.getByText('Berikutnya mulai').count());
    await clean(admin, desk);
    expect(await admin.getByRole('row').filter({ hasText: wulan.name }).textContent()).toContain(
      'bukan nilai IP ASN yang sah',
    );
    // Whether it works, and nobody's value.
    expect(await admin.locator('main').textContent()).not.toContain('62,5');

    await learner.goto(`${portal}${own}`);
    await learner.getByText('IP ASN 2026 menurut BKN').waitFor();
    const text = await learner.locator('main').textContent();
    for (const words of ['62,5', '12 Februari 2026', 'simulasi']) expect(text).toContain(words);
    await clean(learner, own);

    const other = await open(wulan.name);
    await other.goto(`${portal}${own}`);
    await other.getByText('tidak dapat dibaca sebagai nilai yang sah').waitFor();
    await clean(other, own);
  });
});

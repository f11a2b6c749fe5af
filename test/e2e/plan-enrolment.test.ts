import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { assess, givePost, setStandard } from './gap.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const stage = useStage('plan-enrolment');
const course = 'Keamanan informasi sehari-hari';

describe.skipIf(noBrowser !== undefined)(`a development plan${unlessNoBrowser}`, () => {
  it('leads from an agreed item into its course by one click, on a phone', async () => {
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const [sri, wulan, agus, hadi] = [await open(), await open(1280), await open(1280), await open(1280)];
    for (const page of [sri, wulan, agus, hadi]) faults.watch(page);
    const { portal } = stage.server.dev;
    await signIn(sri, portal, { name: 'Sri Contoh' });
    await signIn(wulan, portal, { name: 'Wulan Contoh' });
    await signIn(agus, portal, { name: 'Agus Contoh' });
    await signIn(hadi, portal, { name: 'Hadi Contoh' });

    await sri.goto(`${portal}/catalogue`);
    await sri.getByRole('link', { name: course, exact: true }).click();
    await sri.getByRole('heading', { level: 1, name: course }).waitFor();
    const there = new URL(sri.url()).pathname;
    await teach(hadi, there);
    await setStandard(agus);
    await givePost(agus);
    await assess(wulan, { level: 'Level 1', note: 'Perlu dibimbing' });
    await propose(sri);
    await itemIn(sri).click();
    // Nobody has agreed yet: the course can be looked at, and not enrolled in from here.
    await sri.getByText('Menunggu persetujuan').first().waitFor();
    expect(await sri.getByRole('button', { name: 'Daftar kursus ini' }).count()).toBe(0);
    const page = new URL(sri.url()).pathname;

    await agree(wulan);
    await sri.goto(`${portal}${page}`);
    await sri.getByText('Belum diikuti').waitFor();
    expect(await lookThrough(sri, portal, [page])).toEqual([]);
    await sri.setViewportSize({ width: 360, height: 800 });
    await sri.goto(`${portal}${page}`);
    await sri.getByRole('button', { name: 'Daftar kursus ini' }).click();
    await sri.getByRole('link', { name: 'Mulai belajar' }).waitFor();
    expect(new URL(sri.url()).pathname).toBe(there);

    await sri.goto(`${portal}${page}`);
    await sri.getByText('Sedang diikuti').waitFor();
    await sri.getByRole('link', { name: 'Lanjutkan kursus' }).waitFor();
    expect(await sri.getByRole('button', { name: 'Daftar kursus ini' }).count()).toBe(0);
    expect(await lookThrough(sri, portal, [page])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(width = 360): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  return context.newPage();
}

/** The item of the plan; the course that was suggested for it has the same name. */
const itemIn = (page: Page) => page.locator('a[href*="/plan/"]').filter({ hasText: course }).first();

/** The provider says what its course teaches, and up to which level. */
async function teach(page: Page, there: string): Promise<void> {
  await page.goto(`${stage.server.dev.portal}/studio${there}/competencies`);
  await page.getByLabel('Mengelola Perubahan').selectOption('3');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Tersimpan').first().waitFor();
}

/** From the course that is suggested for the gap. */
async function propose(page: Page): Promise<void> {
  await page.goto(`${stage.server.dev.portal}/competency`);
  await page.getByRole('link', { name: `Masukkan ke rencana: ${course}` }).click();
  expect(await page.getByLabel('Kegiatan').inputValue()).toBe(course);
  await page.locator('select[name="targetLevel"]').selectOption('3');
  await page.getByLabel('Bukti keberhasilan').fill('Satu proses kerja diperbaiki');
  await page.getByLabel('Selesai paling lambat').fill('2099-06-30');
  await page.getByRole('button', { name: 'Usulkan' }).click();
  await page.getByText('Menunggu persetujuan').first().waitFor();
}

async function agree(page: Page): Promise<void> {
  await page.goto(`${stage.server.dev.portal}/team/competency`);
  await page.getByRole('link', { name: /Sri Contoh/ }).click();
  await itemIn(page).click();
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('Disepakati').first().waitFor();
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { answerSurvey, endSurvey, planSurvey, promise } from './survey.ts';

const stage = useStage('citizens');
const service = 'Penerbitan KTP elektronik';

describe.skipIf(noBrowser !== undefined)(`what citizens say${unlessNoBrowser}`, () => {
  it('goes from a survey by code on a phone to its index, a moderated comment and what was done', async () => {
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const [agus, citizen] = [await open(1280), await open(360)];
    for (const page of [agus, citizen]) faults.watch(page);
    await signIn(agus, stage.server.dev.portal, { name: 'Agus Contoh' });
    const address = await planSurvey(agus, service);

    for (let n = 0; n < 10; n += 1)
      await answerSurvey(citizen, address, n === 0 ? 'Hubungi 081234567890, antre lama' : '');
    await citizen.getByRole('link', { name: 'Lihat hasil survei' }).click();
    await citizen.getByText('Belum ada hasil yang dapat ditampilkan').waitFor();
    await endSurvey(agus);
    await citizen.reload();
    // 10 × (8 × 4 + 1): 330 of 360.
    await citizen.getByText('91,67').waitFor();
    await citizen.getByText('A (Sangat Baik)').waitFor();
    expect(await citizen.content()).not.toContain('antre lama');
    const seen = citizen.url();

    await moderate(agus);
    await promise(agus, { said: 'Antre lama', action: 'Loket kedua dibuka' });
    await citizen.goto(seen);
    await citizen.getByText('Hubungi […], antre lama').waitFor();
    await citizen.getByText('Loket kedua dibuka').waitFor();
    expect(await lookThrough(citizen, stage.server.dev.portal, [address, seen, '/services'])).toEqual([]);
    expect(await lookThrough(agus, stage.server.dev.portal, ['/agency/citizens', agus.url()])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(width: number): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  return context.newPage();
}

async function moderate(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('link', { name: /Periksa komentar/ }).click();
  await page.getByRole('button', { name: /Tampilkan/ }).click();
  await page.getByText('Semua komentar sudah diperiksa.').waitFor();
  await page.getByRole('link', { name: service }).click();
}

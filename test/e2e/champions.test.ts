import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { lookThrough } from './look-through.ts';
import { openNotice } from './own-jp.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter, teamSection } from './staff.ts';
import { useStage } from './stage.ts';
import { createTabs, phone } from './tabs.ts';
import { until } from './until.ts';

// The agency as it is on a working day.
const stage = useStage('champions', undefined, async () => ({ SEED: '' }));
const unit = 'Pusat Data dan Informasi';
const offer = 'Membuka kursus pertama dari ponsel';
const goal = 'Memulai satu kursus pekan ini dari ponsel.';

describe.skipIf(noBrowser !== undefined)(`learning champions${unlessNoBrowser}`, () => {
  it('are asked, shown to nobody before they say yes, found where colleagues look, asked for help, and stop', async () => {
    // On purpose: forms that come back.
    const faults = collectFaults({ ignore: (text) => /status of 422/.test(text) });
    const { open, step } = createTabs(stage.browser, { faults });
    const onPhone = createTabs(stage.browser, { faults, device: phone });
    const [sri, bima, wulan] = [await onPhone.open(), await onPhone.open(), await onPhone.open()];
    const agus = await open();
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      const size = page.viewportSize();
      found.push(...(await inspectHere(page, { path, language: 'id' })));
      if (size) await page.setViewportSize(size);
    };
    const { portal } = stage.server.dev;

    await step('an administrator asks somebody, with what was wrong said at its field', async () => {
      await signIn(agus, portal, { name: 'Agus Contoh' });
      await chapter(agus, 'Instansi');
      await agencySection(agus, 'Agen perubahan');
      await agus.getByText('Belum ada agen perubahan').waitFor();
      await inspect(agus, '/agency/champions, none');
      await agus.getByLabel('Surel dinas atau NIP').fill('tidak@ada.example');
      await agus.getByRole('button', { name: 'Minta', exact: true }).click();
      await agus.getByText('Tidak ada pegawai instansi Anda', { exact: false }).first().waitFor();
      await agus.getByLabel('Surel dinas atau NIP').fill('bima@badan-contoh.example');
      await agus.getByLabel('Unit yang dibantu').selectOption('Biro Sumber Daya Manusia');
      await agus.getByRole('button', { name: 'Minta', exact: true }).click();
      await agus.getByText('Pilih unit kerjanya sendiri atau unit di atasnya.').first().waitFor();
      await inspect(agus, '/agency/champions, refused');
      await agus.getByLabel('Unit yang dibantu').selectOption('Unit kerjanya sendiri');
      await agus.getByRole('button', { name: 'Minta', exact: true }).click();
      await agus.getByRole('row').filter({ hasText: 'Bima Contoh' }).getByText('belum menjawab').waitFor();
    });

    await step('whoever is asked hears of it; nobody else sees anything yet', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      await sri.getByRole('heading', { level: 1 }).waitFor();
      expect(await sri.getByText('Tanya agen perubahan').count()).toBe(0);
      await sri.goto(`${portal}/champions`);
      await sri.getByText('Belum ada agen perubahan di unit Anda').waitFor();
      await inspect(sri, '/champions, none');
      await signIn(bima, portal, { name: 'Bima Contoh' });
      await openNotice(bima, 'Anda diminta menjadi agen perubahan');
      await bima.getByText('Instansi Anda meminta Anda menjadi agen perubahan').waitFor();
      await inspect(bima, '/champions, asked');
      await bima.getByLabel('Yang dapat Anda bantu').fill('x');
      await bima.getByRole('button', { name: 'Saya bersedia' }).click();
      await bima.getByText('Tulis 3 sampai 200 huruf', { exact: false }).first().waitFor();
      await bima.getByLabel('Yang dapat Anda bantu').fill(offer);
      await bima.getByRole('button', { name: 'Saya bersedia' }).click();
      await bima.getByRole('heading', { name: `Anda agen perubahan ${unit}` }).waitFor();
    });

    await step('whoever asked hears the answer', async () => {
      await openNotice(agus, 'Bima Contoh bersedia menjadi agen perubahan');
      await agus
        .getByRole('row')
        .filter({ hasText: 'Bima Contoh' })
        .getByText('bersedia', { exact: true })
        .waitFor();
      await inspect(agus, '/agency/champions');
    });

    await step('a colleague finds him at home and asks for help, which he finds as coaching', async () => {
      await sri.goto(portal);
      await sri.getByRole('link', { name: `Tanya agen perubahan: Bima Contoh, ${unit}` }).click();
      await sri.getByText(offer).waitFor();
      // An address is shown to nobody who has not said so.
      expect(await sri.getByText('bima@badan-contoh.example').count()).toBe(0);
      await inspect(sri, '/champions');
      await sri.getByRole('link', { name: 'Minta didampingi Bima Contoh' }).click();
      await inspect(sri, '/champions/…/ask');
      await sri.getByLabel('Yang ingin Anda bisa').fill(goal);
      await sri.getByRole('button', { name: 'Kirim permintaan' }).click();
      await sri.getByRole('heading', { level: 1, name: 'Coaching dengan Bima Contoh' }).waitFor();
      await openNotice(bima, /^Ajakan coaching dari Sri Contoh/);
      await bima.getByText(goal).waitFor();
      await bima.getByRole('button', { name: 'Terima', exact: true }).click();
      await bima.getByRole('link', { name: 'Catat sesi' }).waitFor();
    });

    await step('their supervisor finds him in the week of the team', async () => {
      await signIn(wulan, portal, { name: 'Wulan Contoh' });
      await chapter(wulan, 'Tim saya');
      await teamSection(wulan, 'Minggu ini');
      await wulan.getByText(`Membantu ${unit}`).waitFor();
      await inspect(wulan, '/team/week, with a champion');
    });
    found.push(...(await lookThrough(sri, portal, ['/champions', '/'])));
    found.push(...(await lookThrough(bima, portal, ['/champions'])));
    found.push(...(await lookThrough(agus, portal, ['/agency/champions'])));

    await step('he shows his address, then stops by one click and is shown to nobody', async () => {
      await bima.goto(`${portal}/champions`);
      await bima.getByLabel('Tampilkan surel dinas saya', { exact: false }).check();
      await bima.getByRole('button', { name: 'Simpan', exact: true }).click();
      await bima.getByText('Tersimpan.').waitFor();
      await sri.goto(`${portal}/champions`);
      await sri.getByRole('link', { name: /bima@badan-contoh\.example/ }).waitFor();
      await bima.getByRole('button', { name: 'Berhenti menjadi agen perubahan' }).click();
      await bima.getByText('Belum ada agen perubahan di unit Anda').waitFor();
      await sri.reload();
      await sri.getByText('Belum ada agen perubahan di unit Anda').waitFor();
      await agus.goto(`${portal}/agency/champions`);
      await until(agus, () => agus.getByText('Belum ada agen perubahan').count());
      await openNotice(agus, 'Bima Contoh tidak lagi menjadi agen perubahan');
    });
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

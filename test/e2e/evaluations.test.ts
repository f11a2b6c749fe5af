import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { enrol, finishLesson, passwords, phishing } from './learner.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('evaluations');
const seeded = { search: 'keamanan', title: 'Keamanan informasi sehari-hari' };
const scales = ['relevance', 'delivery', 'organisation', 'intention', 'before', 'after'];

describe.skipIf(noBrowser !== undefined)(`evaluations${unlessNoBrowser}`, () => {
  it('are asked once a course is finished, said on a phone, and counted without a name', async () => {
    const { portal } = stage.server.dev;
    // The AU asks for its bookmark before there is one, and one form is sent half filled in.
    const faults = collectFaults({
      ignore: (text, address) => (/404/.test(text) && /\/state/.test(address)) || /status of 422/.test(text),
    });
    const open = async (width: number) => {
      const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
      const page = await context.newPage();
      faults.watch(page);
      return page;
    };
    const [sri, agus, hadi] = [await open(360), await open(1280), await open(1280)];
    await signIn(sri, portal, { name: 'Sri Contoh' });
    await sri.goto(`${portal}/evaluations`);
    await sri.getByText('Belum ada yang dievaluasi').waitFor();
    await enrol(sri, seeded);
    const course = new URL(sri.url()).pathname;
    await sri.getByRole('link', { name: 'Mulai belajar' }).click();
    await finishLesson(sri, passwords, 0);
    await sri.goto(`${portal}${course}/learn/2`);
    await finishLesson(sri, phishing, 0);

    // On the course's page and on the home page, once whoever follows has seen it.
    await sri.goto(`${portal}${course}`);
    const entry = sri.getByRole('link', { name: 'Isi evaluasi' });
    await until(sri, () => entry.count());
    await sri.goto(portal);
    await sri.getByRole('link', { name: 'Jawab sekarang' }).click();
    await sri.getByRole('heading', { name: seeded.title }).waitFor();
    const form = sri.url();
    await sri.locator('[name=relevance][value="4"]').check();
    await sri.getByRole('button', { name: 'Simpan jawaban' }).click();
    await sri.getByText('Jawab semua pertanyaan di bagian ini').first().waitFor();
    for (const name of scales) await sri.locator(`[name=${name}][value="3"]`).check();
    await sri.getByLabel('Saran atau catatan').fill('Contohnya dekat dengan pekerjaan.');
    await sri.getByRole('button', { name: 'Simpan jawaban' }).click();
    await sri.getByText('Tersimpan.').waitFor();
    expect(await sri.locator('[name=relevance][value="3"]').isChecked()).toBe(true);
    await sri.goto(`${portal}${course}`);
    await sri.getByRole('link', { name: 'Lihat evaluasi Anda' }).waitFor();

    // One answer is nobody's to see.
    await signIn(agus, portal, { name: 'Agus Contoh' });
    await chapter(agus, 'Instansi');
    await agencySection(agus, 'Hasil evaluasi');
    await agus.getByRole('link', { name: seeded.title }).click();
    await agus.getByText('Belum ada lima jawaban, sehingga belum ditampilkan.').first().waitFor();
    expect(await agus.getByText('Contohnya dekat').count()).toBe(0);
    const subject = new URL(agus.url()).pathname;
    await signIn(hadi, portal, { name: 'Hadi Contoh' });
    const studio = `/studio${course}/evaluations`;
    expect(await lookThrough(sri, portal, ['/', '/evaluations', new URL(form).pathname, course])).toEqual([]);
    expect(await lookThrough(agus, portal, ['/agency/evaluations', subject])).toEqual([]);
    expect(await lookThrough(hadi, portal, [studio])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

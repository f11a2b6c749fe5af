import { readFile as readFileBytes } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { aroundNow, hourAgo, scan } from './event-day.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { lookThrough } from './look-through.ts';
import { openNotice, ownJp } from './own-jp.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('communities');
const name = 'Penulis telaahan';
const topic = 'Kalimat pendek';
const minutes = 'Tiga surat dinas dibaca bersama dan dipendekkan menjadi satu halaman.';

describe.skipIf(noBrowser !== undefined)(`a community of practice${unlessNoBrowser}`, () => {
  it('goes from its founding over a meeting, attendance and minutes to JP of those who were there, on phones', async () => {
    // On purpose: a meeting that is too short, and a code that is none.
    const faults = collectFaults({ ignore: (text) => /status of (409|422)/.test(text) });
    const { portal } = stage.server.dev;
    const [bima, ...members] = [await open(), await open(), await open(), await open()];
    const [sri, wulan, kartini] = members;
    if (!bima || !sri || !wulan || !kartini) throw new Error('four phones');
    const people = [
      [bima, 'Bima Contoh'],
      [sri, 'Sri Contoh'],
      [wulan, 'Wulan Contoh'],
      [kartini, 'Kartini Contoh'],
    ] as const;
    for (const [page, who] of people) {
      faults.watch(page);
      await signIn(page, portal, { name: who });
    }
    const community = await found(bima);
    for (const page of members) await join(page);
    // One asks, and is let in.
    await openNotice(bima, `Permintaan bergabung: ${name}`);
    for (let n = members.length; n > 0; n -= 1) {
      await bima
        .getByRole('button', { name: /^Terima/ })
        .first()
        .click();
      await bima.getByText(`${4 - n + 1} anggota`).waitFor();
    }
    const meeting = await writeDown(bima);
    await bringFiles(bima, meeting);
    await readFile(sri, meeting);
    for (const page of members) {
      await openNotice(page, `Benarkah Anda hadir? ${topic}`);
      await page.getByText('Pertemuan dipandu oleh: Bima Contoh').waitFor();
      await page.getByRole('button', { name: 'Ya, saya hadir' }).click();
      await page.getByText('Anda menyatakan hadir.').waitFor();
    }
    await bima.reload();
    await bima.getByText(/Yang tercatat mengajar: Bima Contoh/).waitFor();
    await bima.getByRole('button', { name: 'Tutup pertemuan' }).click();
    await bima.getByText('Ditutup').first().waitFor();

    await meetInRoom(bima, { community, phone: sri });
    await openLine(sri);
    await sri.getByText(minutes).waitFor();
    expect(await lookThrough(sri, portal, ['/communities', community, meeting, '/jp'])).toEqual([]);
    const led = ['/communities/new', community, `${community}/change`, `${community}/meetings/new`, meeting];
    expect(await lookThrough(bima, portal, led)).toEqual([]);
    await expectOffice(faults.watch);
    expect(faults.all).toEqual([]);
  });
});

async function open(width = 360): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  return context.newPage();
}

/** Gives the address of the community. */
async function found(page: Page): Promise<string> {
  await ownJp(page);
  await page.getByRole('link', { name: 'Komunitas belajar' }).click();
  await page.getByRole('link', { name: 'Dirikan komunitas' }).click();
  await page.getByLabel('Nama', { exact: true }).fill(name);
  await page.getByLabel('Tentang apa').fill('Menulis telaahan yang dibaca sampai selesai.');
  await page.getByLabel('Kompeten', { exact: true }).check();
  await page.getByLabel('Cara bergabung').selectOption('Fasilitator menyetujui dulu');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return new URL(page.url()).pathname;
}

async function join(page: Page): Promise<void> {
  await ownJp(page);
  await page.getByRole('link', { name: 'Komunitas belajar' }).click();
  await page.getByRole('link', { name: `Buka ${name}` }).click();
  await page.getByRole('button', { name: 'Minta bergabung' }).click();
  await page.getByText('Permintaan Anda menunggu keputusan fasilitator.').waitFor();
}

/** From the page of the community: a meeting that is over, with minutes and who was there; gives its address. */
async function writeDown(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Catat atau rencanakan pertemuan' }).click();
  const { date, from, until: ends } = hourAgo();
  await page.getByLabel('Topik').fill(topic);
  await page.getByLabel('Tanggal').fill(date);
  await page.getByLabel('Mulai').fill(from);
  await page.getByLabel('Selesai').fill(from);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Pertemuan berlangsung 30 menit sampai 8 jam.').first().waitFor();
  await page.getByLabel('Selesai').fill(ends);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('textbox', { name: /^Notula/ }).fill(minutes);
  const others = ['Sri Contoh', 'Wulan Contoh', 'Kartini Contoh'];
  for (const who of others) await tick(page, 'Siapa yang hadir', who);
  // Whoever leads has to have been there: it says so where it is to be mended.
  await tick(page, 'Siapa yang memandu atau berbicara', 'Bima Contoh');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await page.getByText('Yang memandu atau berbicara juga ditandai hadir.').first().waitFor();
  await tick(page, 'Siapa yang hadir', 'Bima Contoh');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await page.getByText('Sebelum dapat ditutup:').waitFor();
  return new URL(page.url()).pathname;
}

/** A page that only shows. */
const slides = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

/** Something that is no PDF is refused with the reason; of two files one is taken away again. */
async function bringFiles(page: Page, meeting: string): Promise<void> {
  const send = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Berkas PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Unggah berkas' }).click();
  };
  await send('paparan.pdf', Buffer.from('<script>alert(1)</script>'));
  await page.locator('#error-file').waitFor();
  expect(await page.locator('#error-file').textContent()).toContain('bukan PDF yang dapat dibaca');
  await send('paparan.pdf', slides);
  await page.getByRole('link', { name: 'paparan.pdf' }).waitFor();
  await send('keliru.pdf', Buffer.concat([slides, Buffer.from('% lain\n')]));
  await page.getByRole('link', { name: 'keliru.pdf' }).waitFor();
  await page.getByText('Hapus keliru.pdf').click();
  await page.getByRole('button', { name: 'Hapus keliru.pdf' }).click();
  await page.getByRole('link', { name: 'keliru.pdf' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(meeting);
}

/** A member reads what was brought: the same bytes. */
async function readFile(page: Page, meeting: string): Promise<void> {
  await page.goto(new URL(meeting, stage.server.dev.portal).href);
  const began = page.waitForEvent('download');
  await page.getByRole('link', { name: 'paparan.pdf' }).click();
  const file = await (await began).path();
  expect(await readFileBytes(file)).toEqual(slides);
}

/** A meeting that goes on now: the code on the facilitator's screen and one tap are enough, and are taken back with a reason alone. */
async function meetInRoom(
  page: Page,
  { community, phone }: { readonly community: string; readonly phone: Page },
): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: 'Catat atau rencanakan pertemuan' }).click();
  const { date, from, until: ends } = aroundNow();
  await page.getByLabel('Topik').fill('Di ruang rapat');
  await page.getByLabel('Tanggal').fill(date);
  await page.getByLabel('Mulai').fill(from);
  await page.getByLabel('Selesai').fill(ends);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Di ruang rapat' }).waitFor();
  const meeting = page.url();
  const code = await scan(page);
  expect(new URL(code).pathname.startsWith(community)).toBe(true);
  await phone.goto(code.replace(/code=\d+/, 'code=1'));
  await phone.getByText('Ini bukan kode pertemuan ini', { exact: false }).waitFor();
  await phone.goto(await scan(page));
  const door = phone.url();
  expect(await inspectHere(phone, { path: 'the door', language: 'id' })).toEqual([]);
  await phone.setViewportSize({ width: 360, height: 800 });
  await phone.getByRole('button', { name: 'Saya hadir' }).click();
  await phone.getByText('keduanya menyatakan hadir, lewat kode').waitFor();
  await phone.goto(door);
  expect(await phone.getByRole('heading', { level: 1 }).textContent()).toMatch(
    /sudah tercatat|belum tercatat/,
  );
  await page.reload();
  await page.getByText('1 orang tercatat hadir').waitFor();
  expect(await lookThrough(page, stage.server.dev.portal, [page.url(), meeting])).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
}

const tick = (page: Page, group: string, who: string): Promise<void> =>
  page.getByRole('group', { name: group }).getByLabel(new RegExp(who)).check();

/** From the ledger to the meeting that a line of it is from. */
async function openLine(page: Page): Promise<void> {
  await ownJp(page);
  const line = () => page.getByRole('group').filter({ hasText: topic });
  await until(page, () => line().count());
  await line().locator('summary').click();
  await line().getByText('1 JP').first().waitFor();
  await line().getByRole('link', { name: 'Buka catatannya' }).click();
}

/** The agency sees that it met, and how many were there. */
async function expectOffice(watch: (page: Page) => void): Promise<void> {
  const agus = await open(1280);
  watch(agus);
  await signIn(agus, stage.server.dev.portal, { name: 'Agus Contoh' });
  await chapter(agus, 'Instansi');
  await agencySection(agus, 'Belajar bersama');
  const row = agus.getByRole('row').filter({ hasText: name });
  expect(await row.getByRole('cell').allTextContents()).toEqual(['4', '1', '3', expect.any(String)]);
}

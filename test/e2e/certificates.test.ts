import { readFile } from 'node:fs/promises';
import { compactVerify, importJWK } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { codeIn, downloadCertificate } from './certificate-file.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { enrol, finishLesson, passwords, phishing } from './learner.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { createTabs } from './tabs.ts';
import { until } from './until.ts';
import { checked, reachByPlainHttp } from './verifier.ts';

const seeded = { search: 'keamanan', title: 'Keamanan informasi sehari-hari' };
const stage = useStage('certificates');
afterAll(() => {
  vi.unstubAllGlobals();
});

const asPdf = (buffer: Buffer) => ({ name: 'sertifikat.pdf', mimeType: 'application/pdf', buffer });

describe.skipIf(noBrowser !== undefined)(`certificates${unlessNoBrowser}`, () => {
  it('come by themselves, verify by QR code, file, badge and JWT, and no more once they are revoked', async () => {
    const { portal } = stage.server.dev;
    reachByPlainHttp(portal);
    const faults = collectFaults({
      ignore: (text, address) => /404/.test(text) && /\/state|verify\/SINAU-0/.test(address),
    });
    const { open, step } = createTabs(stage.browser, { faults });
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      found.push(...(await inspectHere(page, { path, language: 'id' })));
    };
    const [sri, agus, stranger] = [await open(), await open(), await open()];
    const made = { page: '', pdf: Buffer.alloc(0) as Buffer, verify: '', badge: '' };

    await step('a learner finishes a course and finds the certificate on its page', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      await sri.goto(`${portal}/certificates`);
      await sri.getByText('Belum ada sertifikat').waitFor();
      await inspect(sri, '/certificates, empty');
      await enrol(sri, seeded);
      const course = sri.url();
      await sri.getByRole('link', { name: 'Mulai belajar' }).click();
      await finishLesson(sri, passwords, 0);
      await sri.getByRole('link', { name: 'Bagian berikutnya' }).click();
      await finishLesson(sri, phishing, 0);
      await sri.goto(course);
      await until(sri, () => sri.getByRole('link', { name: 'Lihat sertifikat' }).count());
      await inspect(sri, 'the course');
      await sri.getByRole('link', { name: 'Lihat sertifikat' }).click();
      await until(sri, () => sri.getByRole('link', { name: 'Unduh PDF' }).count());
      made.page = sri.url();
      await inspect(sri, '/certificates/…');
      made.badge = await sri.locator('#badge-url').inputValue();
      const { name, bytes } = await downloadCertificate(sri);
      expect(name).toMatch(/^Sertifikat-SINAU-[-0-9A-Z]{14}\.pdf$/);
      made.pdf = bytes;
      await sri.goto(`${portal}/certificates`);
      await sri.getByRole('link', { name: `Unduh PDF: ${seeded.title}` }).waitFor();
      await inspect(sri, '/certificates');
    });

    await step(
      'the code on paper leads a stranger to the page that verifies, which compares the file',
      async () => {
        made.verify = (await codeIn(made.pdf)) ?? '';
        await stranger.goto(made.verify);
        await stranger.getByText('Sertifikat ini sah dan berlaku').waitFor();
        await stranger.getByText('Sri Contoh').waitFor();
        await inspect(stranger, '/verify/…');
        const file = stranger.getByLabel(/^Pilih berkas PDF/);
        await file.setInputFiles(asPdf(made.pdf));
        await stranger.getByText('Sama: berkas ini persis').waitFor();
        const changed = Buffer.from(made.pdf);
        changed[1000] = (changed[1000] ?? 0) ^ 1;
        await file.setInputFiles(asPdf(changed));
        await stranger.getByText('Berbeda: berkas ini bukan').waitFor();
      },
    );

    await step('who types the number as it was read from paper is led there too', async () => {
      await stranger.goto(`${portal}/verify`);
      await inspect(stranger, '/verify');
      const number = made.verify.split('/').at(-1) ?? '';
      await stranger.getByLabel('Nomor sertifikat').fill(number.toLowerCase().replaceAll('-', ' '));
      await stranger.getByRole('button', { name: 'Periksa' }).click();
      await stranger.getByText('Sertifikat ini sah dan berlaku').waitFor();
      await stranger.goto(`${portal}/verify/SINAU-0000-0000-0000`);
      await stranger.getByText('Nomor ini tidak dikenal').waitFor();
      await inspect(stranger, '/verify, unknown');
    });

    await step(
      'the year as a transcript is made while one waits, and its code leads a stranger to its page',
      async () => {
        await sri.goto(`${portal}/jp/transcript`);
        await inspect(sri, '/jp/transcript, none');
        await sri.getByRole('button', { name: 'Buat transkrip' }).click();
        await sri.getByRole('link', { name: 'Unduh PDF' }).waitFor();
        await inspect(sri, '/jp/transcript');
        const { name, bytes } = await downloadCertificate(sri);
        expect(name).toMatch(/^Transkrip-SINAU-JP-[-0-9A-Z]{14}-1\.pdf$/);
        const [record] = await Promise.all([
          sri.waitForEvent('download'),
          sri.getByRole('link', { name: 'Unduh CLR (JSON)' }).click(),
        ]);
        const clr: unknown = JSON.parse(await readFile(await record.path(), 'utf8'));
        expect(await checked(clr)).toMatchObject({ valid_signature: true, revocation_status: true });
        await stranger.goto((await codeIn(bytes)) ?? '');
        await stranger.getByText('Transkrip ini dibuat oleh Sinau').waitFor();
        await stranger.getByText('Sri Contoh').waitFor();
        expect(await stranger.getByText(seeded.title).count()).toBe(0);
        await inspect(stranger, '/verify/…, a transcript');
        await stranger.getByLabel(/^Pilih berkas PDF/).setInputFiles(asPdf(bytes));
        await stranger.getByText('Sama: berkas ini persis').waitFor();
      },
    );

    await step('badge and twin verify with libraries of others, and not with a letter changed', async () => {
      const badge = await (await fetch(made.badge)).text();
      expect(await checked(JSON.parse(badge))).toMatchObject({
        valid_signature: true,
        revocation_status: true,
      });
      const svg = await (await fetch(`${made.badge}.svg`)).text();
      const baked = /<openbadges:credential><!\[CDATA\[(.*)\]\]>/s.exec(svg)?.[1] ?? '';
      expect(await checked(JSON.parse(baked))).toMatchObject({ valid_signature: true });
      const altered = badge.replace('"creditsEarned":', '"creditsEarned":1');
      expect(altered).not.toBe(badge);
      expect(await checked(JSON.parse(altered))).toMatchObject({ errors: ['invalid_signature'] });
      const jwt = await (await fetch(`${made.badge}.jwt`)).text();
      const did = (await (await fetch(`${portal}/.well-known/did.json`)).json()) as {
        verificationMethod: readonly { publicKeyMultibase: string }[];
      };
      const key = await importJWK(jwkOf(did.verificationMethod[0]?.publicKeyMultibase ?? ''), 'EdDSA');
      const { payload } = await compactVerify(jwt, key);
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ jti: made.badge });
      const [head, body = '', signature] = jwt.split('.');
      const other = `${head}.${body.slice(0, -2)}${body.at(-2) === 'A' ? 'B' : 'A'}${body.at(-1)}.${signature}`;
      await expect(compactVerify(other, key)).rejects.toThrow();
    });

    await step('the agency revokes it: the page, the badge and the inbox say so', async () => {
      await signIn(agus, portal, { name: 'Agus Contoh' });
      await agus.goto(made.page);
      await inspect(agus, '/certificates/…, to decide');
      await agus.getByRole('link', { name: 'Cabut' }).click();
      await inspect(agus, '/certificates/…/revoke');
      await agus.getByLabel('Alasan').selectOption({ label: 'Diterbitkan karena kekeliruan' });
      await agus.getByLabel('Catatan untuk pegawai').fill('Kursus ini diikuti oleh orang lain.');
      await agus.getByRole('button', { name: 'Ya, cabut' }).click();
      await agus.getByText('Oleh: Agus Contoh').waitFor();
      await inspect(agus, '/certificates/…, revoked');
      await stranger.goto(made.verify);
      await stranger.getByText('Sertifikat ini tidak berlaku lagi').waitFor();
      expect(await stranger.getByText('orang lain').count()).toBe(0);
      await inspect(stranger, '/verify/…, revoked');
      await sri.goto(`${portal}/inbox`);
      await until(sri, () => sri.getByText('Sertifikat dicabut: ').count());
      expect(await sri.getByText('Sertifikat dicabut: ').count()).toBe(1);
      const badge: unknown = await (await fetch(made.badge)).json();
      expect((await checked(badge)).revocation_status).toBe(false);
    });

    await step('issued again it counts under the same number and address', async () => {
      await agus.getByRole('link', { name: 'Terbitkan ulang' }).click();
      await inspect(agus, '/certificates/…/reissue');
      await agus.getByLabel('Alasan').fill('Ternyata pegawai ini sendiri yang belajar.');
      await agus.getByRole('button', { name: 'Ya, terbitkan ulang' }).click();
      await sri.goto(made.page);
      await until(sri, () => sri.getByRole('link', { name: 'Unduh PDF' }).count());
      expect(await codeIn((await downloadCertificate(sri)).bytes)).toBe(made.verify);
      await stranger.goto(made.verify);
      await stranger.getByText('Sertifikat ini pernah diperbaiki').waitFor();
    });
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

/** The multibase of the key is base58 of two bytes that say Ed25519, and the key. */
function jwkOf(multibase: string) {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = 0n;
  for (const letter of multibase.slice(1)) value = value * 58n + BigInt(letters.indexOf(letter));
  const bytes = Buffer.from(value.toString(16).padStart(68, '0'), 'hex');
  return { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(2).toString('base64url') };
}

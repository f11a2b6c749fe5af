import { createNudgeStore } from '@sinau/adoption/dynamo';
import { emailClaim } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { PersonId } from '@sinau/kernel';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { withDataFolder } from '../../functions/dev-server/with-data-folder.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { finishLesson, passwords } from './learner.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter, section, teamSection } from './staff.ts';
import { useStage } from './stage.ts';
import { createTabs, phone } from './tabs.ts';
import { until } from './until.ts';

// The agency as it is on a working day.
const seed = { SEED: '' };
const stage = useStage('adoption', undefined, async () => seed);
let again: RunningServer | undefined;
afterAll(() => again?.stop());

const pledge = 'Belajar 15 menit setiap Selasa dan Kamis';

describe.skipIf(noBrowser !== undefined)(`habits of learning${unlessNoBrowser}`, () => {
  it('are pledged, kept without a rank, seen by a supervisor as far as shown, and tried against people who were not nudged', async () => {
    // On purpose: forms that come back. The AU asks for its bookmark before there is one.
    const faults = collectFaults({
      ignore: (text, address) => /status of 422/.test(text) || (/404/.test(text) && /\/state/.test(address)),
    });
    const { open, step } = createTabs(stage.browser, { faults });
    const [sri, wulan] = await Promise.all(
      [1, 2].map(() => createTabs(stage.browser, { faults, device: phone }).open()),
    );
    if (!sri || !wulan) throw new Error('no window');
    const [ratna, agus] = [await open(), await open()];
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      const size = page.viewportSize();
      found.push(...(await inspectHere(page, { path, language: 'id' })));
      if (size) await page.setViewportSize(size);
    };
    const { portal } = stage.server.dev;

    await step('a learner learns once, and the week is one of the rhythm', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      await sri.getByRole('link', { name: 'Irama dan komitmen' }).click();
      await sri.getByText('Irama mulai terlihat setelah minggu pertama').waitFor();
      await inspect(sri, '/habits, nothing yet');
      await chapter(sri, 'Beranda');
      await sri.getByRole('link', { name: 'Lanjutkan' }).click();
      await finishLesson(sri, passwords, 0);
      await sri.goto(portal);
      await until(sri, () => sri.getByText('Dalam irama 1 dari 1 minggu').count());
    });

    await step(
      'a pledge is made with what was wrong said at its field, and shown to the supervisor',
      async () => {
        await sri.getByRole('link', { name: 'Irama dan komitmen' }).click();
        await sri.getByText('Buat komitmen waktu').click();
        await sri.getByLabel('Menit setiap hari itu').first().fill('3');
        await sri.getByRole('button', { name: 'Simpan komitmen' }).first().click();
        await sri.getByText('Tulis bilangan bulat dari 5 sampai 240.').first().waitFor();
        await inspect(sri, '/habits, refused');
        await sri.getByLabel('Menit setiap hari itu').first().fill('15');
        await sri.getByRole('button', { name: 'Simpan komitmen' }).first().click();
        await sri.getByText(pledge).waitFor();
        await sri.getByRole('button', { name: `Bagikan ke atasan: ${pledge}` }).click();
        await sri.getByText('Isinya dilihat atasan Anda, kemajuannya tidak').waitFor();
        await sri.getByLabel('Dari', { exact: true }).fill('0001-01-01');
        await sri.getByRole('button', { name: 'Catat' }).click();
        await sri.getByText('paling lama 120 hari', { exact: false }).first().waitFor();
        await inspect(sri, '/habits');
      },
    );

    await step(
      'the supervisor sees what was pledged and what waits, and each number opens its list',
      async () => {
        await signIn(wulan, portal, { name: 'Wulan Contoh' });
        await chapter(wulan, 'Tim saya');
        await teamSection(wulan, 'Minggu ini');
        await wulan.getByText(pledge).waitFor();
        expect(await wulan.getByText(/dari 30 menit/).count()).toBe(0);
        await inspect(wulan, '/team/week');
        await wulan
          .getByRole('link', { name: '1 usulan rencana pengembangan menunggu persetujuan Anda' })
          .click();
        const row = wulan.getByRole('row').filter({ hasText: 'Sri Contoh' });
        expect(await row.locator('.tag-error').textContent()).toBe('1');
        await wulan.getByRole('link', { name: /Sri Contoh/ }).click();
        await wulan.getByRole('link', { name: 'Coaching mengelola perubahan' }).click();
        await wulan.getByRole('button', { name: 'Setujui' }).click();
        await teamSection(wulan, 'Minggu ini');
        expect(await wulan.getByText(/usulan rencana pengembangan menunggu/).count()).toBe(0);
      },
    );

    await step('the board is of those who want it, and whoever leaves is counted no more', async () => {
      await sri.getByRole('link', { name: 'Papan tim unit saya' }).click();
      await sri.getByText('Anda tidak ikut dihitung.').waitFor();
      await sri.getByText('Papan unit ini belum dibuka.', { exact: false }).waitFor();
      await inspect(sri, '/habits/board, closed');
      await sri.getByRole('button', { name: 'Ikut', exact: true }).click();
      await sri.getByText('Anda ikut dihitung.').waitFor();
      await chapter(wulan, 'Beranda');
      await wulan.getByRole('link', { name: 'Irama dan komitmen' }).click();
      await wulan.getByRole('link', { name: 'Papan tim unit saya' }).click();
      await wulan.getByLabel('Keadaan papan').selectOption('Terbuka untuk unit ini');
      await wulan.getByRole('button', { name: 'Simpan' }).click();
      await wulan.getByText('Tersimpan.').waitFor();
      await inspect(wulan, '/habits/board, of who leads');
      // Nobody hears who takes part while they are few.
      await wulan.getByText('papan tampil mulai 5 orang', { exact: false }).waitFor();
      expect(await wulan.getByText('Sri Contoh').count()).toBe(0);
      await sri.reload();
      await sri.getByText('Belum ada angka untuk bulan ini', { exact: false }).waitFor();
      await sri.getByRole('button', { name: 'Berhenti ikut' }).click();
      await sri.getByText('Anda tidak ikut dihitung.').waitFor();
    });

    await step(
      'an operator starts a nudge with people held out; an agency is told nothing of few',
      async () => {
        await signIn(ratna, portal, { name: 'Ratna Contoh' });
        await chapter(ratna, 'Operator');
        await section(ratna, 'Ajakan belajar');
        await ratna.getByLabel('Bagian yang tidak diajak').fill('3');
        await ratna.getByRole('button', { name: 'Jalankan', exact: true }).click();
        await ratna.getByText('Tulis bilangan bulat dari 5 sampai 50.').first().waitFor();
        await ratna.getByLabel('Bagian yang tidak diajak').fill('20');
        await ratna.getByRole('button', { name: 'Jalankan', exact: true }).click();
        await ratna.getByText('Versi 1 · Berjalan').waitFor();
        await signIn(agus, portal, { name: 'Agus Contoh' });
        await chapter(agus, 'Instansi');
        await agencySection(agus, 'Kebiasaan belajar');
        await agus.getByText('Kurang dari 10 orang memenuhi syarat sejauh ini.').waitFor();
        await inspect(agus, '/agency/adoption, few');
      },
    );

    await step('weeks later both groups are told, of an agency’s own people, and never who', async () => {
      await stage.server.stop();
      await weeksPass(stage.dataDir);
      again = await startServer({ dataDir: stage.dataDir, env: seed });
      const later = again.dev.portal;
      // Sessions outlive the process.
      await agus.goto(later);
      await chapter(agus, 'Instansi');
      await agencySection(agus, 'Kebiasaan belajar');
      await agus.getByText('Sedikitnya 30 orang memenuhi syarat sejauh ini.').waitFor();
      const group = (name: string) =>
        agus.getByRole('row').filter({ has: agus.getByRole('rowheader', { name, exact: true }) });
      expect(await group('Diajak').getByRole('cell').allTextContents()).toEqual(['20', '14', '70%']);
      expect(await group('Tidak diajak').getByRole('cell').allTextContents()).toEqual(['16', '5', '31%']);
      await agus.getByText('Yang diajak lebih banyak kembali belajar.').waitFor();
      expect(await agus.getByRole('button', { name: /Hentikan/ }).count()).toBe(0);
      await inspect(agus, '/agency/adoption, told');
      await ratna.goto(later);
      await chapter(ratna, 'Operator');
      await section(ratna, 'Ajakan belajar');
      await ratna.getByText('Sedikitnya 80 orang memenuhi syarat sejauh ini.').waitFor();
      await inspect(ratna, '/operator/nudges, told');
      await ratna.getByRole('button', { name: 'Hentikan ajakan Mulai' }).click();
      await ratna.getByText(/Versi 1 · Berhenti/).waitFor();
    });
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

/** What rounds of some weeks note: people of the agency, and fifty of another. Nobody waits weeks in a test. */
async function weeksPass(dataDir: string): Promise<void> {
  await withDataFolder(dataDir, async ({ services: { parts } }) => {
    const stores = { dynamo: parts.dynamo, table: names.lmsTable };
    const agus = await createPeopleStore(stores).findByClaim(emailClaim('agus@badan-contoh.example'));
    if (agus?.home.kind !== 'agency') throw new Error('the agency is not there');
    const nudges = createNudgeStore(stores);
    const at = new Date(Date.now() - 14 * 86_400_000).toISOString();
    const { agencyId } = agus.home;
    const groups = [
      ...[...Array(20).keys()].map((n) => ({ group: 'told' as const, returned: n < 14, agencyId })),
      ...[...Array(16).keys()].map((n) => ({ group: 'held-out' as const, returned: n < 5, agencyId })),
      ...[...Array(50).keys()].map((n) => ({
        ...{ group: n % 2 === 0 ? ('told' as const) : ('held-out' as const), returned: false },
        agencyId: 'instansi-lain' as typeof agencyId,
      })),
    ];
    for (const [n, { returned, ...one }] of groups.entries()) {
      const met = {
        ...{ ...one, personId: `orang-${n}` as PersonId, kind: 'begin' as const, version: 1 },
        ...{ at, turnAt: at, settleAt: at },
      };
      await nudges.meet(met);
      await nudges.settle(met, returned);
    }
  });
}

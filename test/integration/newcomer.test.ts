import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldTitle } from '../../functions/dev-server/seed-held-event.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { signInOverHttp } from './browser-session.ts';
import { until } from './until.ts';

let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sinau-newcomer-'));
  server = await startServer({ dataDir, env: { SEED: '' } });
}, 420_000);
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Words of the page, without marks. */
const wordsOf = (page: string): string =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z#0-9]+;/g, ' ')
    .replaceAll(/\s+/g, ' ');

async function pagesOf(email: string) {
  const session = await signInOverHttp(server.dev.portal, email);
  return async (path: string) => wordsOf(await session.get(path));
}

/** Of a day so many days from now, in Jakarta; the workshop was held in one year when the plan is of the next. */
const yearIn = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 4);

/** Who looks where, at what there is on the first day, and what an agency with nothing in it says at the same place. */
const rounds: readonly (readonly [path: () => string, life: string, nothing: string])[] = [
  [() => '/agency/annual-plan', 'Ditetapkan Pejabat Pembina Kepegawaian', 'Belum ada rencana'],
  [() => '/agency/annual-plan/rules', 'Standar pelayanan baru', 'Belum ada peraturan'],
  [() => '/agency/annual-plan/performance', 'Seluruh instansi', 'Belum ada yang dapat ditampilkan'],
  [
    () => `/agency/annual-plan/${yearIn(7)}/signals`,
    'Kinerja di seluruh instansi',
    'Tidak ada sinyal yang menunggu',
  ],
  [() => '/agency/recognitions', 'Fajar Contoh', 'Tidak ada usulan yang menunggu'],
  [() => '/agency/priority', 'Putri Contoh', 'Belum ada yang diberikan'],
  [() => '/agency/citizens/forums', 'Forum layanan mutasi pegawai', 'Forum membahas layanan'],
];

describe('the first start', () => {
  it('shows the agency as it is on a working day, and one that has just come as it says that there is nothing', async () => {
    const [agus, dian] = await Promise.all([
      pagesOf('agus@badan-contoh.example'),
      pagesOf('dian@kota-contoh.example'),
    ]);
    for (const [path, life, nothing] of rounds) {
      const [ours, theirs] = await Promise.all([agus(path()), dian(path())]);
      expect(ours, path()).toContain(life);
      expect(ours, path()).not.toContain(nothing);
      expect(theirs, path()).toContain(nothing);
      expect(theirs, path()).not.toContain(life);
    }
  });

  it('has learned together: the workshop counts for its people, for the plan and in public', async () => {
    const [agus, bima] = await Promise.all([
      pagesOf('agus@badan-contoh.example'),
      pagesOf('bima@badan-contoh.example'),
    ]);
    await until('the workshop in the ledger', async () =>
      (await bima(`/jp?year=${yearIn(-20)}`)).includes(heldTitle),
    );
    await until('its certificate', async () => (await bima('/certificates')).includes(heldTitle));
    expect(await bima('/coaching')).toContain('Wulan Contoh');
    expect(await bima('/recognitions')).toContain('Diusulkan rekan: Lestari Contoh');
    expect(await bima('/priority')).toContain('dapat dipakai');
    expect(await bima('/communities')).toContain('Komunitas data layanan');
    expect(await agus(`/agency/evaluations?year=${yearIn(-20)}`)).toContain(heldTitle);
    const wulan = await pagesOf('wulan@badan-contoh.example');
    expect(await wulan('/team/week')).toContain('Belajar 20 menit setiap Rabu');
  });

  it('has an individual plan that both have agreed to, with its evidence, and one that waits', async () => {
    const sri = await pagesOf('sri@badan-contoh.example');
    expect(await sri('/competency/plan/print')).toContain('Tiga telaahan satu halaman');
    expect(await sri('/competency/plan/print')).toContain('Level 2, sasaran level 3');
    expect(await sri('/competency')).toContain('Coaching mengelola perubahan');
  });

  it('tells what the sample course is about', async () => {
    const bima = await pagesOf('bima@badan-contoh.example');
    expect(await bima('/catalogue')).toContain('BerAKHLAK');
  });
});

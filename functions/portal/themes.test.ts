import { themeTemplate } from '@sinau/feedback/themes';
import { csvFile } from '@sinau/rostering/table';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableFile } from '../shared/table-file.ts';
import { portalWorld } from './testing/portal-world.ts';

const path = '/agency/citizens/themes';
const [heads = [], first = []] = themeTemplate;
const nik = '3201011505900001';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(at: 'agencyA' | 'agencyB', role: 'learner' | 'agency-admin' = 'agency-admin') {
  const person = await world.invite(world.tenants[at], [role], {});
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, page: async (href: string) => (await browser.ask(href)).text() };
}
type Admin = Awaited<ReturnType<typeof signedIn>>;

async function send({ ask }: Admin, rows: readonly (readonly string[])[]): Promise<Response> {
  const body = new FormData();
  body.set('file', new File([csvFile(rows)], 'aduan.csv'));
  return ask(path, { method: 'POST', body });
}

describe('themes of complaints at the desk of an agency', () => {
  it('are shown before they count, taken, downloaded and undone', async () => {
    const admin = await signedIn('agencyA');
    await admin.post('/agency/citizens/new', { name: 'KTP elektronik', unit: '', about: '' });
    const year = world.deps.clock.now().toISOString().slice(0, 4);
    const own = [year, ...first.slice(1)];
    const sent = await send(admin, [
      heads,
      own,
      [year, 'KTP elektronik', `Antrean ${nik}`, 'Loket', '9', '1', ''],
    ]);
    expect(sent.status).toBe(303);
    const href = sent.headers.get('location') ?? '';
    const preview = await admin.page(href);
    expect(preview).toContain(
      'Bila disimpan: 1 baris baru, 0 mengganti angka yang ada, 0 sudah sama, 1 ditolak.',
    );
    expect(preview).toContain('Ada 16 angka seperti NIK.');
    expect(preview).not.toContain(nik);
    expect(await admin.page(path)).toContain('Belum ada angka untuk tahun ini.');
    expect((await admin.post(`${href}/take`, {})).headers.get('location')).toBe(`${href}?notice=saved`);
    const page = await admin.page(path);
    expect(page).toContain('Antrean lama');
    const bytesOf = async (at: string) => new Uint8Array(await (await admin.ask(at)).arrayBuffer());
    for (const format of ['csv', 'xlsx']) {
      const file = await tableFile.read(await bytesOf(`${path}/file?year=${year}&format=${format}`));
      expect(file.outcome === 'read' && file.table.rows.map(({ cells }) => cells.slice(0, 6))).toEqual([
        [year, 'KTP elektronik', 'Antrean lama', 'lapor', '24', '20'],
      ]);
      const refused = await tableFile.read(await bytesOf(`${href}/refused?format=${format}`));
      expect(refused.outcome === 'read' && refused.table.rows[0]?.cells[2]).toBe('Antrean […]');
    }
    expect(await admin.page(`${href}/undo`)).toContain('1 baris barunya dihapus');
    expect((await admin.post(`${href}/undo`, {})).status).toBe(303);
    expect(await admin.page(path)).toContain('Belum ada angka untuk tahun ini.');
  });

  it('refuse a file that tells who people are, and whoever is not its administrator', async () => {
    const admin = await signedIn('agencyA');
    const refused = await send(admin, [
      [...heads, 'Nama Pelapor'],
      [...first, 'Budi Santoso'],
    ]);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('kolom tentang identitas orang: Nama Pelapor');
    expect(page).not.toContain('Budi Santoso');
    const kept = await send(admin, [heads, first]);
    const href = kept.headers.get('location') ?? '';
    const other = await signedIn('agencyB');
    for (const answer of [await other.ask(href), await other.post(`${href}/take`, {})]) {
      expect(answer.status).toBe(404);
    }
    const learner = await signedIn('agencyA', 'learner');
    expect((await learner.ask(path)).status).toBe(403);
  });
});

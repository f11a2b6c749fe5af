import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';

type Rows = readonly (readonly (string | number | null)[])[];

const portal = createFixturePortal({ principal: everyRole, ports: createFixturePorts() });
const base = 'http://localhost:4600/agency/competency';

/** The cells that the file is made of. */
async function fileOf(path: string, text?: string): Promise<{ readonly name: string; readonly rows: Rows }> {
  const response = await portal.hono.request(`${base}/${path}`, {
    headers: { cookie: 'sinau_language=id', origin: 'http://localhost:4600' },
    ...(text !== undefined && { method: 'POST', body: new URLSearchParams({ text }) }),
  });
  expect([response.status, path]).toEqual([200, path]);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { name, rows: (await response.json()) as Rows };
}

describe('files of competence', () => {
  it('P3: hold what the map shows, and nothing of small groups', async () => {
    const { name, rows } = await fileOf('files/map?unit=u1&format=csv');
    expect(name).toBe('peta-kompetensi.csv');
    expect(rows[1]).toEqual(['Biro Keuangan', 12, 'M1', 'Integritas', 12, 9, 4, 7, '']);
    const hidden = rows.find(([unit]) => unit === 'Biro Umum');
    expect(hidden?.slice(2, 8)).toEqual(['M1', 'Integritas', '', '', '', '']);
    expect(hidden?.at(-1)).toContain('terlalu sedikit');
    expect(rows.at(-1)?.[0]).toBe('Seluruhnya');
  });

  it('hold the people of a number, and say where they are cut', async () => {
    const { name, rows } = await fileOf('files/people?competency=M7');
    expect(name).toBe('kompetensi-pegawai.xlsx');
    expect(rows[1]).toEqual(['=HYPERLINK("x")', 'Tanpa unit', null, 'M7', 'Mengelola Perubahan', 3, 1, 2]);
    expect(rows.at(-1)?.[0]).toContain('Hanya 1 orang pertama');
  });

  it('give refused rows back as they were sent, with why, and without what an earlier file added', async () => {
    const { name, rows } = await fileOf('lists/refused?kind=standards&format=xlsx', '{}');
    expect(name).toBe('standards-ditolak.xlsx');
    expect(rows).toEqual([
      ['Jabatan', 'Kode', 'Level', 'Baris asal', 'Alasan'],
      ['=1+1', 'M1', '', 2, 'Level: belum diisi.'],
    ]);
  });
});

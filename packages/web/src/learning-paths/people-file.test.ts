import { expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';

const portal = createFixturePortal({ principal: everyRole, ports: createFixturePorts() });
const ask = (path: string) =>
  portal.hono.request(`http://localhost:4600${path}`, { headers: { cookie: 'sinau_language=id' } });

it('a file of a path has everybody who is on it and how far, and says where it is cut', async () => {
  const file = await ask('/agency/paths/layanan/people?format=csv');
  expect(file.headers.get('content-disposition')).toContain('peserta-jalur.csv');
  const rows = (await file.json()) as readonly (readonly unknown[])[];
  expect(rows.slice(1)).toEqual([
    ['Budi <b>S</b>', 'Menjalani', 1, 1, 4, '2026-11-20', ''],
    ['Ani', 'Selesai', 2, 4, 4, '2026-11-20', '2026-11-20'],
    ['Hanya 2 orang pertama.'],
  ]);
  const page = await (await ask('/agency/paths/layanan')).text();
  for (const format of ['xlsx', 'csv'])
    expect(page).toContain(`/agency/paths/layanan/people?format=${format}`);
});

it('there is none of a provider, who sees nobody', async () => {
  expect((await ask('/studio/paths/layanan/people')).status).toBe(404);
  expect(await (await ask('/studio/paths/layanan')).text()).not.toContain('/people?format=');
});

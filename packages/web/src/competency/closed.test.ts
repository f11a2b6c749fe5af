import { expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';

const portal = createFixturePortal({ principal: everyRole, ports: createFixturePorts() });
const textOf = async (query: string) => {
  const address = `http://localhost:4600/agency/competency/closed${query}`;
  const response = await portal.hono.request(address, { headers: { cookie: 'sinau_language=id' } });
  expect(response.status).toBe(200);
  return response.text();
};

it('lists gaps that were closed with person, levels, points, day and source, and opens the person', async () => {
  const text = await textOf('');
  expect(text).toContain('href="/agency/competency/people/p1"');
  expect(text).toContain('Level 1 → Level 2');
  expect(text).toContain('Uji kompetensi, 1 Mei 2026');
  expect(text).toContain('−1 poin dari 2 perubahan');
  expect(text).toContain('+1');
  expect(text).toContain('/agency/competency/closed?year=2026&amp;page=n');
});

it('names nobody who has left the agency, whose row counts all the same', async () => {
  const text = await textOf('?year=2026');
  expect(text).toContain('Bukan pegawai instansi lagi');
  expect(text).toContain('−2');
  expect(text.match(/\/agency\/competency\/people\//g)).toHaveLength(1);
});

it('says so where a year has none, and takes no word for a year', async () => {
  expect(await textOf('?year=2025')).toContain('Belum ada yang tertutup');
  expect(await textOf('?year=kemarin')).toContain('Kesenjangan yang tertutup 2026');
});

import { addService } from '@sinau/feedback';
import { memoryFeedbackStores, memoryForumStore, memoryThemeStores } from '@sinau/feedback/testing';
import { themeTemplate } from '@sinau/feedback/themes';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { csvFile } from '@sinau/rostering/table';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableFile } from '../shared/table-file.ts';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';
import { addThemeRoutes } from './theme-routes.ts';

const badan = { kind: 'agency', agencyId: 'badan' as AgencyId } as const;
const lain = { kind: 'agency', agencyId: 'lain' as AgencyId } as const;
const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'] },
  agencyId: badan.agencyId,
};

describe('complaint themes for an agency’s own systems', () => {
  let door: ReturnType<typeof openDoor>;
  beforeEach(async () => {
    const { services } = memoryFeedbackStores();
    const identity = { clock: fixedClock('2026-11-10T01:00:00.000Z'), ids: countedIds() };
    const desk = { ...memoryThemeStores(), ...identity, services, forums: memoryForumStore() };
    await addService(desk, { principal: rina, request: { name: 'KTP elektronik' } });
    door = openDoor({
      writer: clientOf(badan, ['feedback/read', 'feedback/write']),
      reader: clientOf(badan, ['feedback/read']),
      foreign: clientOf(lain, ['feedback/read', 'feedback/write']),
      provider: clientOf(providerNamed('kampus'), ['feedback/read', 'feedback/write']),
    });
    addThemeRoutes(door.app, { voice: async () => desk });
  });
  const send = (rows: readonly (readonly string[])[], caller = 'writer', name = 'aduan.csv') =>
    door.app.hono.request(`http://localhost/api/complaint-lists?name=${name}`, {
      ...{ method: 'POST', headers: { 'x-caller': caller }, body: csvFile(rows) },
    });
  const bodyOf = async (response: Response | Promise<Response>) =>
    (await (await response).json()) as Record<string, never>;
  const [heads = [], first = []] = themeTemplate;

  it('are tried, taken, read and undone', async () => {
    const tried = await send([heads, first, ['2026-10', 'SIM', 'Biaya', 'Loket', '3', '1', '']]);
    expect(tried.status).toBe(201);
    const list = await bodyOf(tried);
    expect(list).toMatchObject({
      ...{ state: 'tried', counts: { created: 1, refused: 1 }, by: 'Mesin' },
      listed: [
        { row: 2, outcome: 'created', says: { period: '2026-10', count: 24, medianDays: 3 } },
        { row: 3, outcome: 'refused', problem: 'unknown-service', column: 'Layanan' },
      ],
    });
    const themes = () => bodyOf(door.askAs('reader', 'GET /api/complaint-themes?year=2026'));
    expect(await themes()).toEqual({ year: 2026, themes: [] });
    const one = `/api/complaint-lists/${list.listId}`;
    expect((await door.askAs('reader', `POST ${one}/take`)).status).toBe(403);
    expect(await bodyOf(door.askAs('writer', `POST ${one}/take`))).toMatchObject({ state: 'taken' });
    expect(await themes()).toMatchObject({
      themes: [
        { service: 'KTP elektronik', period: '2026-10', theme: 'Antrean lama', count: 24, handled: 20 },
      ],
    });
    const refused = await door.askAs('reader', `GET ${one}/refused-rows?format=csv`);
    const table = await tableFile.read(new Uint8Array(await refused.arrayBuffer()));
    expect(table.outcome === 'read' && table.table.rows.map(({ cells }) => cells)).toEqual([
      [
        ...['2026-10', 'SIM', 'Biaya', 'Loket', '3', '1', '', '3'],
        'Layanan: Layanan ini tidak ada di instansi Anda. Tulis namanya seperti di Suara masyarakat, atau tambahkan layanannya dahulu.',
      ],
    ]);
    expect(await bodyOf(door.askAs('writer', `POST ${one}/undo`))).toMatchObject({ state: 'undone' });
    expect(await themes()).toEqual({ year: 2026, themes: [] });
  });

  it('refuse a file that tells who people are, and a year that is none', async () => {
    const refused = await send([
      [...heads, 'Nama Pelapor'],
      [...first, 'Budi'],
    ]);
    expect(refused.status).toBe(422);
    const body = await bodyOf(refused);
    expect(body).toMatchObject({
      outcome: 'refused',
      message: { en: expect.stringContaining('Nama Pelapor') },
    });
    expect(JSON.stringify(body)).not.toContain('Budi');
    expect(await bodyOf(door.askAs('writer', 'GET /api/complaint-lists'))).toEqual({ lists: [] });
    expect((await door.askAs('reader', 'GET /api/complaint-themes?year=besok')).status).toBe(400);
  });

  it('are of one agency, and of agencies alone', async () => {
    const { listId } = await bodyOf(send([heads, first]));
    for (const request of [
      `GET /api/complaint-lists/${listId}`,
      `POST /api/complaint-lists/${listId}/take`,
      `POST /api/complaint-lists/${listId}/undo`,
      `GET /api/complaint-lists/${listId}/refused-rows`,
    ]) {
      expect((await door.askAs('foreign', request)).status).toBe(404);
      expect((await door.askAs('nobody', request)).status).toBe(401);
    }
    expect(await bodyOf(door.askAs('foreign', 'GET /api/complaint-lists'))).toEqual({ lists: [] });
    expect((await door.askAs('provider', 'GET /api/complaint-lists')).status).toBe(403);
    expect((await send([heads, first], 'provider')).status).toBe(403);
    expect((await send([heads, first], 'reader')).status).toBe(403);
  });

  it('give a template that is taken as it is', async () => {
    const file = await door.askAs('reader', 'GET /api/complaint-list-template');
    const table = await tableFile.read(new Uint8Array(await file.arrayBuffer()));
    expect(table).toMatchObject({ outcome: 'read', table: { heads } });
    const again = await door.askAs('reader', 'GET /api/complaint-list-template');
    const sent = await door.app.hono.request('http://localhost/api/complaint-lists', {
      ...{ method: 'POST', headers: { 'x-caller': 'writer' }, body: await again.arrayBuffer() },
    });
    // A workbook, with its months and quarters as text.
    expect(await bodyOf(sent)).toMatchObject({ counts: { created: 2, refused: 0 } });
  });
});

import { expect, it } from 'vitest';
import { addTableRoutes } from './table-routes.ts';
import { fileWorld, sender } from './testing/file-world.ts';

async function world() {
  const { app, desk, told, as, base: connection } = await fileWorld('file');
  addTableRoutes(app, { tables: async () => desk });
  const base = `${connection}/tables`;
  const ask = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) => {
    const headers: Record<string, string> = path.endsWith('/mapping')
      ? { 'content-type': 'application/json' }
      : {};
    const answer = await app.hono.request(path.startsWith('/api') ? path : `${base}${path}`, {
      ...{ method, headers },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text };
  };
  return { ask, told, as };
}

it('takes a file, maps it, tells what is wrong, and does something once it is confirmed', async () => {
  const { ask, told } = await world();
  const sent = await ask('POST', '/catalogue?name=katalog.csv', 'Nomor,Nama,JP\n1,Etika,4\n');
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({ name: 'katalog.csv', isUsable: false, good: 0, bad: 1 });
  expect(sent.body.findings[0]).toMatchObject({
    ...{ problem: 'column-missing', column: 'externalId', message: { id: 'Kolom ini wajib ada.' } },
  });
  const at = `/catalogue/${sent.body.tableId}`;
  const mapping = JSON.stringify({ mapping: { externalId: 0, title: 1, jp: 2 } });
  expect((await ask('POST', `${at}/mapping`, mapping)).body).toMatchObject({ isUsable: true, good: 1 });
  expect(told).toEqual([]);
  expect(await ask('POST', `${at}/confirm`)).toMatchObject({
    ...{ status: 202, body: { kind: 'catalogue', current: { rows: 1 } } },
  });
  expect(told).toEqual(['catalogue']);
  expect((await ask('POST', `${at}/confirm`)).status).toBe(409);
  expect((await ask('GET', '')).body.tables).toHaveLength(3);
});

it('gives templates that it takes back', async () => {
  const { ask } = await world();
  const { status, body } = await ask('GET', '/api/table-templates/results?format=csv');
  expect(status).toBe(200);
  expect((await ask('POST', '/results', body)).body).toMatchObject({ isUsable: true, bad: 0 });
  expect((await ask('GET', '/api/table-templates/other')).status).toBe(400);
});

it('refuses what is no table, throws one away, and shows nothing to others', async () => {
  const { ask, as } = await world();
  const old = await ask('POST', '/results', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
  expect(old).toMatchObject({ status: 422, body: { finding: { problem: 'file-old' } } });
  const { body } = await ask('POST', '/results', 'NIP,Kursus,Tanggal,Nilai\n1,1,2026-01-01,2\n');
  as(sender('provider-b', 'connections/read', 'connections/write'));
  expect((await ask('GET', `/results/${body.tableId}`)).status).toBe(404);
  as(sender('provider-a', 'connections/read'));
  expect((await ask('DELETE', `/results/${body.tableId}`)).status).toBe(403);
  as(sender('provider-a', 'connections/write'));
  expect((await ask('DELETE', `/results/${body.tableId}`)).status).toBe(204);
});

import { packageBytes, samplePackage } from '@sinau/connectors/testing';
import { expect, it } from 'vitest';
import { addPackageRoutes } from './package-routes.ts';
import { fileWorld, sender } from './testing/file-world.ts';

async function world() {
  const { app, desk, told, as, base: connection } = await fileWorld('oneroster-csv');
  addPackageRoutes(app, { tables: async () => desk });
  const base = `${connection}/packages`;
  return {
    told,
    as,
    ask: async (body?: Uint8Array, path = base) => {
      const sent = body && {
        method: 'POST',
        body: Buffer.from(body),
        headers: { 'content-type': 'application/zip' },
      };
      const answer = await app.hono.request(body ? `${path}?name=ganjil.zip` : path, sent ?? {});
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}

it('a package is sent as it is, and what became of it can be asked for', async () => {
  const { ask, told } = await world();
  const sent = await ask(packageBytes(samplePackage(2)));
  expect(sent).toMatchObject({
    status: 202,
    body: { name: 'ganjil.zip', version: '1.2', systemName: 'SIAKAD Contoh' },
  });
  expect(sent.body).not.toHaveProperty('by');
  expect(told).toEqual(['catalogue']);
  expect((await ask()).body).toMatchObject({
    files: [{ file: 'academicSessions', rows: 1 }, { file: 'courses' }, { file: 'classes', rows: 2 }],
    packages: [{ name: 'ganjil.zip' }],
  });
});

it('R12: one that is broken changes nothing, and is answered with file, line, column and how to mend it', async () => {
  const { ask, told } = await world();
  const { classes = [], ...rest } = samplePackage(2);
  const sent = await ask(packageBytes({ ...rest, classes: [...classes, 'class-3,,,Kelas 3,,,,,,,,,,'] }));
  expect(sent.status).toBe(422);
  expect(sent.body).toMatchObject({ outcome: 'refused', total: 2 });
  expect((sent.body.findings as object[])[0]).toMatchObject({
    ...{ problem: 'cell-missing', file: 'classes.csv', line: 4, column: 'courseSourcedId' },
    ...{ message: { en: 'This cell is empty.' }, mend: { id: 'Isi selnya.' } },
  });
  expect((await ask()).body).toMatchObject({ files: [], packages: [], refused: { total: 2 } });
  expect(told).toEqual([]);
});

it('C1, C9: is refused to whoever may not write, and to others as if it were not there', async () => {
  const { ask, as } = await world();
  const bytes = packageBytes(samplePackage(1));
  as(sender('provider-a', 'connections/read'));
  expect((await ask(bytes)).status).toBe(403);
  as(sender('provider-b', 'connections/read', 'connections/write'));
  expect([(await ask(bytes)).status, (await ask()).status]).toEqual([404, 404]);
  expect((await ask(undefined, '/api/connections/none/packages')).status).toBe(404);
});

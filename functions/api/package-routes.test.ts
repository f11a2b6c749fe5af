import type { Connection } from '@sinau/connectors';
import { readPackageFile, readTable } from '@sinau/connectors/adapters';
import {
  memoryConnectionStore,
  memoryPackageStore,
  memoryTableStore,
  packageBytes,
  sampleConnection,
  samplePackage,
} from '@sinau/connectors/testing';
import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { expect, it } from 'vitest';
import { addPackageRoutes } from './package-routes.ts';

const client = (providerId: string, ...scopes: readonly string[]) =>
  ({
    ...{ kind: 'client', clientId: 'c', name: 'SIAKAD', scopes },
    tenant: { kind: 'provider', providerId: providerId as ProviderId },
  }) as unknown as Principal;

async function world() {
  const connections = memoryConnectionStore();
  const { moodle: _, sealedSecrets: __, ...bare } = sampleConnection();
  const connection: Connection = { ...bare, kind: 'oneroster-csv' };
  await connections.create(connection);
  let principal = client('provider-a', 'connections/read', 'connections/write');
  const [clock, ids, told] = [fixedClock(), countedIds(), [] as string[]];
  const app = createHttpApp({
    ...{ name: 'api', clock, ids, authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const desk = {
    ...{ connections, packages: memoryPackageStore(), packageFiles: { read: readPackageFile }, clock, ids },
    ...{ digest: nodeDigest, tables: memoryTableStore(), files: { read: readTable } },
    followUp: { readCatalogue: async () => undefined, takeResults: async () => undefined },
    packageFollowUp: {
      readCatalogue: async () => void told.push('catalogue'),
      takeResults: async () => void told.push('results'),
      compare: async () => void told.push('compare'),
    },
  };
  addPackageRoutes(app, { tables: async () => desk });
  const base = `/api/connections/${connection.connectionId}/packages`;
  return {
    told,
    as: (next: Principal) => {
      principal = next;
    },
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
  as(client('provider-a', 'connections/read'));
  expect((await ask(bytes)).status).toBe(403);
  as(client('provider-b', 'connections/read', 'connections/write'));
  expect([(await ask(bytes)).status, (await ask()).status]).toEqual([404, 404]);
  expect((await ask(undefined, '/api/connections/none/packages')).status).toBe(404);
});

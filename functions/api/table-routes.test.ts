import type { Connection } from '@sinau/connectors';
import { readPackageFile, readTable } from '@sinau/connectors/adapters';
import {
  memoryConnectionStore,
  memoryPackageStore,
  memoryTableStore,
  sampleConnection,
} from '@sinau/connectors/testing';
import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { expect, it } from 'vitest';
import { addTableRoutes } from './table-routes.ts';

const client = (providerId: string, ...scopes: readonly string[]) =>
  ({
    ...{ kind: 'client', clientId: 'c', name: 'SIAKAD', scopes },
    tenant: { kind: 'provider', providerId: providerId as ProviderId },
  }) as unknown as Principal;

async function world() {
  const connections = memoryConnectionStore();
  const { moodle: _, sealedSecrets: __, ...bare } = sampleConnection();
  const connection: Connection = { ...bare, kind: 'file' };
  await connections.create(connection);
  let principal = client('provider-a', 'connections/read', 'connections/write');
  const [clock, ids, told] = [fixedClock(), countedIds(), [] as string[]];
  const app = createHttpApp({
    ...{ name: 'api', clock, ids, authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const desk = {
    ...{ connections, tables: memoryTableStore(), files: { read: readTable }, clock, ids },
    followUp: {
      readCatalogue: async () => void told.push('catalogue'),
      takeResults: async () => void told.push('results'),
    },
    ...{ packages: memoryPackageStore(), packageFiles: { read: readPackageFile }, digest: nodeDigest },
    packageFollowUp: {
      readCatalogue: async () => undefined,
      takeResults: async () => undefined,
      compare: async () => undefined,
    },
  };
  addTableRoutes(app, { tables: async () => desk });
  const base = `/api/connections/${connection.connectionId}/tables`;
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
  return { ask, told, as: (next: Principal) => (principal = next) };
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
  as(client('provider-b', 'connections/read', 'connections/write'));
  expect((await ask('GET', `/results/${body.tableId}`)).status).toBe(404);
  as(client('provider-a', 'connections/read'));
  expect((await ask('DELETE', `/results/${body.tableId}`)).status).toBe(403);
  as(client('provider-a', 'connections/write'));
  expect((await ask('DELETE', `/results/${body.tableId}`)).status).toBe(204);
});

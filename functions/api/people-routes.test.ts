import { identityWorld } from '@sinau/identity/testing';
import type { AgencyId, Principal } from '@sinau/kernel';
import { createHttpApp } from '@sinau/platform/http';
import { readTextTable } from '@sinau/rostering/table';
import { type ImportId, runPeopleImport } from '@sinau/staffing';
import { memoryImportStore } from '@sinau/staffing/testing';
import { expect, it } from 'vitest';
import { createPeopleDesk } from '../shared/people-desk.ts';
import type { StaffingDesk } from '../shared/staffing-parts.ts';
import { addListImportRoutes } from './list-import-routes.ts';
import { addUnitRoutes } from './unit-routes.ts';

const client = (agencyId: AgencyId, ...scopes: readonly string[]) =>
  ({
    ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', scopes },
    tenant: { kind: 'agency', agencyId },
  }) as unknown as Principal;

async function world() {
  const identity = await identityWorld();
  const agencies = [identity.tenants.agencyA, identity.tenants.agencyB].map((tenant) =>
    tenant.kind === 'agency' ? tenant.agencyId : ('' as AgencyId),
  ) as [AgencyId, AgencyId];
  let principal = client(agencies[0], 'people/read', 'people/write');
  const app = createHttpApp({
    ...{ name: 'api', clock: identity.clock, ids: identity.ids, authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const desk: StaffingDesk = {
    ...{ imports: memoryImportStore(), clock: identity.clock, ids: identity.ids },
    files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
    queue: { send: async () => undefined } as unknown as StaffingDesk['queue'],
    people: createPeopleDesk({ ...identity, mayClient: async () => true }),
  };
  addUnitRoutes(app, identity);
  addListImportRoutes(app, {
    ...{ staffing: async () => desk, portalOrigin: 'https://sinau.example' },
    history: () => Promise.reject(new Error('nobody sends lists of the past')),
  });
  const ask = async (method: string, path: string, body?: unknown) => {
    const isText = typeof body === 'string';
    const answer = await app.hono.request(path, {
      ...{ method, headers: isText ? {} : { 'content-type': 'application/json' } },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text };
  };
  const work = (importId: string) =>
    runPeopleImport(desk, {
      ...{ importId: importId as ImportId, deadlineMs: identity.clock.now().getTime() + 1 },
    });
  return { agencies, ask, work, as: (next: Principal) => (principal = next) };
}

it('organises an agency, takes its people, and shows them by branch', async () => {
  const { ask, work, agencies, as } = await world();
  const top = (await ask('POST', '/api/units', { name: 'Sekretariat' })).body;
  const unit = (await ask('POST', '/api/units', { name: 'Biro Umum', parentId: top.unitId })).body;
  expect(await ask('POST', '/api/units', { name: 'biro umum', parentId: top.unitId })).toMatchObject({
    ...{ status: 409, body: { code: 'identity.unit-exists' } },
  });
  const text =
    'NIP Peserta;Nama;Surel;Status;Unit kerja\n' +
    '199005172015031999;Sri Contoh;sri@contoh.example;PNS;Biro Umum\n' +
    '199005172015033999;Budi;budi@contoh.example;PNS;Biro Umum\n';
  const sent = await ask('POST', '/api/people-imports?name=a.csv', text);
  expect(sent).toMatchObject({ status: 202, body: { state: 'checking', rows: 2 } });
  const path = `/api/people-imports/${sent.body.importId}`;
  await work(sent.body.importId);
  expect((await ask('GET', path)).body).toMatchObject({
    ...{ state: 'checked', trial: { created: 1, refused: 1 } },
    refused: [
      { row: 3, column: 'NIP / NI PPPK', problem: 'number-sex', mend: { id: 'Periksa angka ke-15.' } },
    ],
  });
  expect(await ask('POST', `${path}/start`)).toMatchObject({ status: 202, body: { state: 'running' } });
  await work(sent.body.importId);
  expect((await ask('GET', path)).body).toMatchObject({ state: 'done', run: { created: 1, refused: 1 } });
  expect((await ask('GET', `${path}/results?language=en`)).body).toContain('Check the 15th digit.');
  const { people } = (await ask('GET', `/api/units/${top.unitId}/people`)).body;
  expect(people).toEqual([
    expect.objectContaining({ name: 'Sri Contoh', maskedEmployeeNumber: '••••••••••••••1999' }),
  ]);
  await ask('PATCH', `/api/units/${unit.unitId}`, { parentId: null, name: 'Biro Umum dan Keuangan' });
  expect((await ask('GET', '/api/units')).body.units).toMatchObject([
    { name: 'Biro Umum dan Keuangan', people: 1 },
    { name: 'Sekretariat', branchPeople: 0 },
  ]);
  expect(await ask('POST', `/api/units/${unit.unitId}/end`, { lastDay: '2026-03-02' })).toMatchObject({
    ...{ status: 409, body: { code: 'identity.unit-in-use' } },
  });
  expect((await ask('POST', `/api/units/${top.unitId}/end`, { lastDay: '2026-03-02' })).status).toBe(200);
  // Another agency's machine meets nothing of it.
  as(client(agencies[1], 'people/read', 'people/write'));
  for (const [method, foreign, body] of [
    ['GET', path, undefined],
    ['POST', `${path}/start`, undefined],
    ['DELETE', path, undefined],
    ['GET', `${path}/results`, undefined],
    ['PATCH', `/api/units/${unit.unitId}`, { name: 'Milik saya' }],
    ['GET', `/api/units/${unit.unitId}/people`, undefined],
  ] as const) {
    expect((await ask(method, foreign, body)).status).toBe(404);
  }
  const stolen = await ask('POST', '/api/people-imports', text);
  await work(stolen.body.importId);
  const told = (await ask('GET', `/api/people-imports/${stolen.body.importId}`)).body;
  expect(told.refused.map(({ problem }: { problem: string }) => problem)).toEqual([
    'unit-unknown',
    'number-sex',
  ]);
});

it('says of somebody of another agency only that they belong elsewhere', async () => {
  const { ask, work, agencies, as } = await world();
  const text = 'NIP,Nama,Surel,Status\n199005172015031999,Sri,sri@contoh.example,PNS\n';
  const take = async () => {
    const { importId } = (await ask('POST', '/api/people-imports', text)).body;
    await work(importId);
    await ask('POST', `/api/people-imports/${importId}/start`);
    await work(importId);
    return (await ask('GET', `/api/people-imports/${importId}`)).body;
  };
  expect((await take()).run.created).toBe(1);
  as(client(agencies[1], 'people/read', 'people/write'));
  const told = await take();
  expect(told.run).toEqual({ created: 0, changed: 0, skipped: 0, refused: 1 });
  expect(told.refused).toMatchObject([{ row: 2, problem: 'belongs-elsewhere' }]);
  expect(JSON.stringify(told)).not.toMatch(/\d{18}|Badan/);
});

it('gives a template that is read as it is written', async () => {
  const { ask } = await world();
  const { body } = await ask('GET', '/api/people-import-template?format=csv');
  const sent = await ask('POST', '/api/people-imports', body);
  expect(sent).toMatchObject({ status: 202, body: { rows: 1 } });
  expect(await ask('POST', '/api/people-imports', 'Nama\nSri\n')).toMatchObject({
    ...{ status: 422, body: { findings: [{ problem: 'column-missing', column: 'NIP / NI PPPK' }] } },
  });
});

import { gunzipSync } from 'node:zlib';
import { memoryCreditStore } from '@sinau/credit/testing';
import { memoryLearningStore } from '@sinau/external-learning/testing';
import { identityWorld } from '@sinau/identity/testing';
import type { PersonId, Principal, Tenant } from '@sinau/kernel';
import { createHttpApp } from '@sinau/platform/http';
import { readTextTable } from '@sinau/rostering/table';
import { type ImportId, runHistoryImport } from '@sinau/staffing';
import { memoryImportStore } from '@sinau/staffing/testing';
import { expect, it } from 'vitest';
import { externalDeskOf } from '../shared/external-desk.ts';
import { createHistoryDesk } from '../shared/history-desk.ts';
import type { HistoryListDesk } from '../shared/history-parts.ts';
import { personStandingsOf } from '../shared/person-standings.ts';
import { addListImportRoutes } from './list-import-routes.ts';

const imports = '/api/external-learning-imports';
const number = '199005172015031001';
const head =
  'Tanggal Mulai,Tanggal Selesai,Kode Jenis Pengembangan,Nama Kegiatan,Penyelenggara Kegiatan,Total Jam Pelajaran,NIP Peserta';
const line = (title: string, nip = number) =>
  `2026-02-03,2026-02-04,KL06,${title},Universitas Contoh,8,${nip}`;

async function world(mayClient = true) {
  const identity = await identityWorld();
  const { agencyA, agencyB } = identity.tenants;
  const learnings = memoryLearningStore();
  const external = externalDeskOf({
    ...{ ...identity, learnings },
    credit: { credit: memoryCreditStore(), standings: personStandingsOf(identity) },
  });
  const desk: HistoryListDesk = {
    ...{ imports: memoryImportStore('history'), clock: identity.clock, ids: identity.ids },
    files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
    queue: { send: async () => undefined } as unknown as HistoryListDesk['queue'],
    history: createHistoryDesk({
      ...{ ...identity, external: async () => external, mayClient: async () => mayClient },
    }),
  };
  let tenant: Tenant = agencyA;
  const app = createHttpApp({
    ...{ name: 'api', clock: identity.clock, ids: identity.ids },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    authenticate: async (): Promise<Principal> => ({
      ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', tenant },
      scopes: ['credit/read', 'credit/write'],
    }),
  });
  addListImportRoutes(app, {
    ...{ history: async () => desk, portalOrigin: 'https://sinau.example' },
    staffing: () => Promise.reject(new Error('nobody sends lists of people')),
  });
  const ask = async (method: string, path: string, body?: string) => {
    const answer = await app.hono.request(path, { method, ...(body !== undefined && { body }) });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text };
  };
  const work = (importId: string) =>
    runHistoryImport(desk, {
      ...{ importId: importId as ImportId, deadlineMs: identity.clock.now().getTime() + 1 },
    });
  const take = async (text: string): Promise<string> => {
    const { importId } = (await ask('POST', imports, text)).body;
    await work(importId);
    await ask('POST', `${imports}/${importId}/start`);
    await work(importId);
    return `${imports}/${importId}`;
  };
  const employment = { status: 'PNS', from: '2020-01-01' } as const;
  const career = (value: string) => ({ employment, employeeNumber: { kind: 'NIP', value } as const });
  const { personId } = await identity.invite(agencyA, ['learner'], career(number));
  const linesOf = async (person: PersonId) => {
    const records = await learnings.listOf(person);
    return Promise.all(records.map(({ learningId }) => learnings.linesOf(person, learningId)));
  };
  return {
    app,
    ask,
    take,
    personId,
    linesOf,
    as: (kind: 'A' | 'B') => (tenant = kind === 'A' ? agencyA : agencyB),
  };
}

it('takes a list of the past from a system of the agency, in the name of that system', async () => {
  const { app, ask, take, personId, linesOf } = await world();
  const path = await take([head, line('Arsip'), line('Gizi', '199005172015031009')].join('\n'));
  const job = (await ask('GET', path)).body;
  expect(job).toMatchObject({
    ...{ state: 'done', run: { created: 1, changed: 0, skipped: 0, refused: 1 }, isCut: false },
    refused: [{ row: 3, column: 'NIP Peserta', problem: 'person-unknown', name: 'Gizi' }],
  });
  expect(await linesOf(personId)).toMatchObject([
    [{ action: 'enter', by: { kind: 'client', name: 'SIMPEG' } }],
  ]);
  const { body } = await ask('GET', `${path}/results?language=en`);
  expect(body).toContain(`https://sinau.example/agency/external/${personId}/`);
  expect((await ask('GET', `${path}/refused-rows?format=csv&language=en`)).body).toMatch(
    /199005172015031009;3;Nobody of your agency has this number\./,
  );
  const packed = await app.hono.request(`${path}/results?language=en`, {
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(`\ufeff${body}`);
  expect((await ask('GET', await take([head, line('Arsip')].join('\n')))).body.run).toMatchObject({
    ...{ created: 0, skipped: 1 },
  });
});

it('says which heads are missing, and gives a template that is read as it is written', async () => {
  const { ask } = await world();
  const { body } = await ask('GET', '/api/external-learning-import-template?format=csv');
  expect(body.replace('\ufeff', '').split('\r\n')[0]).toBe(head.replaceAll(',', ';'));
  expect(await ask('POST', imports, body)).toMatchObject({ status: 202, body: { rows: 1 } });
  const sent = await ask('POST', imports, 'NIP Peserta,Nama Kegiatan\n1,2\n');
  expect([sent.status, sent.body.findings.map(({ column }: { column: string }) => column)]).toEqual([
    422,
    ['Tanggal Mulai', 'Tanggal Selesai', ...head.split(',').slice(2, 3), ...head.split(',').slice(4, 6)],
  ]);
});

it('C2: is of one agency alone, and ends where its system may not send any more', async () => {
  const { ask, take, as } = await world();
  const path = await take([head, line('Arsip')].join('\n'));
  as('B');
  for (const part of ['', '/results', '/refused-rows']) {
    expect((await ask('GET', `${path}${part}`)).status).toBe(404);
  }
  const foreign = (await ask('GET', await take([head, line('Arsip')].join('\n')))).body;
  expect(foreign.refused).toMatchObject([{ problem: 'person-unknown' }]);
  const stopped = await world(false);
  const gone = await stopped.take([head, line('Arsip')].join('\n'));
  expect((await stopped.ask('GET', gone)).body).toMatchObject({ state: 'failed', run: { created: 0 } });
  expect(await stopped.linesOf(stopped.personId)).toEqual([]);
});

import { createAgency, invitePerson, type Person, principalOf, signInPerson } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { readTextTable } from '@sinau/rostering/table';
import {
  eachResult,
  type ImportJob,
  refusedRows,
  runHistoryImport,
  startImport,
  uploadImport,
} from '@sinau/staffing';
import { createImportStore } from '@sinau/staffing/dynamo';
import { expect, it } from 'vitest';
import { createExternalRecords } from './external-records.ts';
import { createHistoryDesk } from './history-desk.ts';

const rows = 2_000;
const badRows = 37;
const clock = { now: () => new Date('2026-03-02T01:00:00.000Z') };
const learners = 100;

const numberOf = (n: number) => `198001012015031${String(1 + (n % 900)).padStart(3, '0')}`;
const gapIn = (rows: number) => Math.floor(rows / badRows);
const isBad = (n: number, rows: number) => n % gapIn(rows) === 9 && n < gapIn(rows) * badRows;

/** Numbers that a spreadsheet rounded, people elsewhere, days turned around, more JP than days hold, codes that are none. */
const faults = [
  { nip: '1.99005E+17', problem: 'number-rounded' },
  { nip: numberOf(899), problem: 'person-unknown' },
  { from: '09/02/2026', problem: 'days-order' },
  { jp: '200', problem: 'jp-much' },
  { form: 'KL77', problem: 'form-unknown' },
];
const faultOf = (n: number, rows: number) => faults[Math.floor(n / gapIn(rows)) % faults.length];

function lineOf(n: number, rows: number): string {
  const good = { from: '02/02/2026', form: 'KL06', jp: '8', nip: numberOf(n % learners) };
  const { from, form, jp, nip } = { ...good, ...(isBad(n, rows) && faultOf(n, rows)) };
  // Most lists of the past have few numbers of certificates.
  const certificate = n % 5 === 0 ? `${n}/SEM/2026` : '';
  return `${from};03/02/2026;${form};Seminar ${n};Universitas Contoh;${jp};${nip};${certificate}`;
}

withTables(
  (engine, tables) => {
    const good = rows - badRows;
    it(`R12: takes ${rows} rows of the past with ${badRows} bad ones, and skips them all the second time, on ${engine}`, {
      timeout: 600_000,
    }, async () => {
      const stores = { dynamo: tables().dynamo, table: tables().lms };
      const [people, organisations] = [createPeopleStore(stores), createOrganisationStore(stores)];
      const { admin, members } = await agencyWithPeople({ people, organisations, clock, ids: systemIds });
      const [imports, external] = [
        createImportStore({ ...stores, list: 'history' }),
        createExternalRecords(stores),
      ];
      const system = { clock: systemClock, ids: systemIds };
      const deps = {
        ...{ ...system, imports },
        history: createHistoryDesk({
          ...{ ...system, people, external: async () => external, mayClient: async () => false },
        }),
        files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
        queue: { send: async () => undefined },
      };
      const principal = principalOf(admin);
      const head =
        'Tanggal Mulai;Tanggal Selesai;Kode Jenis Pengembangan;Nama Kegiatan;Penyelenggara Kegiatan;Total Jam Pelajaran;NIP Peserta;Nomor Sertifikat';
      const text = [head, ...Array.from({ length: rows }, (_, n) => lineOf(n, rows)), ''].join('\n');

      async function take(): Promise<ImportJob> {
        const bytes = new TextEncoder().encode(text);
        const sent = await uploadImport(deps, { principal, name: 'riwayat.csv', bytes });
        if (sent.outcome === 'refused') throw new Error(JSON.stringify(sent));
        const { importId } = sent.job;
        // Time is up again and again, as if the worker had died at that place.
        const work = async () => {
          while ((await runHistoryImport(deps, { importId, deadlineMs: Date.now() + 3_000 })) === 'more');
        };
        await work();
        await startImport(deps, { principal, importId });
        await work();
        return (await imports.find(importId)) as ImportJob;
      }

      const first = await take();
      expect(first).toMatchObject({
        ...{ state: 'done', rows, trial: { created: good, refused: badRows } },
        run: { created: good, changed: 0, skipped: 0, refused: badRows },
      });
      const told = [];
      for await (const { row, outcome, problem } of eachResult(deps, first)) {
        if (outcome === 'refused') told.push([row, problem]);
      }
      const expected = Array.from({ length: rows }, (_, n) => n).flatMap((n) =>
        isBad(n, rows) ? [[n + 2, faultOf(n, rows)?.problem]] : [],
      );
      expect(told).toEqual(expected);
      const back = await refusedRows(deps, { principal, importId: first.importId, locale: 'id' });
      expect(back).toHaveLength(badRows + 1);
      const kept = await Promise.all(members.map(({ personId }) => external.learnings.listOf(personId)));
      expect(kept.flat()).toHaveLength(good);
      const second = await take();
      expect(second.run).toEqual({ created: 0, changed: 0, skipped: good, refused: badRows });
    });
  },
  { onlyEmbedded: true },
);

type System = Parameters<typeof invitePerson>[0];

async function agencyWithPeople(system: System) {
  const email = 'operator@contoh.example';
  const claims = { issuer: 'https://issuer.example', subject: email, email, emailVerified: true };
  const operator = principalOf(await signInPerson({ ...system, bootstrapEmail: email }, claims));
  const request = { name: 'Badan Besar', kind: 'central' } as const;
  const { agencyId } = await createAgency(system, { principal: operator, request });
  const invite = (name: string, role: 'learner' | 'agency-admin', number?: string): Promise<Person> =>
    invitePerson(system, {
      principal: operator,
      request: {
        ...{ name, email: `${name}@contoh.example`, roles: [role], home: { kind: 'agency', agencyId } },
        ...(number !== undefined && {
          employment: { status: 'PNS', from: '2015-03-01' },
          employeeNumber: { kind: 'NIP', value: number },
        }),
      },
    });
  const members: Person[] = [];
  for (let n = 0; n < learners; n += 1) members.push(await invite(`orang-${n}`, 'learner', numberOf(n)));
  const invited = await invite('agus', 'agency-admin');
  const admin = await signInPerson(
    { ...system, bootstrapEmail: email },
    { ...claims, subject: invited.email, email: invited.email },
  );
  return { admin, members };
}

import {
  createAgency,
  createUnit,
  employeeNumberClaim,
  invitePerson,
  type Person,
  principalOf,
  signInPerson,
} from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { PersonPrincipal } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { readTextTable } from '@sinau/rostering/table';
import { eachResult, type ImportJob, runPeopleImport, startImport, uploadImport } from '@sinau/staffing';
import { createImportStore } from '@sinau/staffing/dynamo';
import { expect, it } from 'vitest';
import { createPeopleDesk } from './people-desk.ts';

const rows = 10_000;
const badRows = 37;
const clock = { now: () => new Date('2026-03-02T01:00:00.000Z') };

/** Serials of three digits are used up after 999 of one day and month, so the birth date counts on. */
function numberOf(n: number): string {
  const born = new Date(Date.UTC(1980, 0, 1 + Math.floor(n / 900)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  return `${born}2015031${String(1 + (n % 900)).padStart(3, '0')}`;
}

/** From one bad row to the next: tens, so that none of them is anybody's supervisor. */
const gapIn = (rows: number) => 10 * Math.floor(rows / badRows / 10);

/** Numbers that a spreadsheet rounded, months that are none, units and supervisors that are nowhere, twins. */
const isBad = (n: number, rows: number) => n % gapIn(rows) === 9 && n < gapIn(rows) * badRows;

function lineOf(n: number, rows: number): string {
  const boss = n % 20 === 0 ? '' : numberOf(n - (n % 20) + 20 < rows ? n - (n % 20) + 20 : 0);
  const good = { number: numberOf(n), unit: `Biro ${n % 50}`, email: `p${n}@contoh.example`, boss };
  const kind = Math.floor(n / gapIn(rows)) % 5;
  const bad = [
    { number: '1.99005E+17' },
    { number: good.number.replace(/^(.{8})201503/, '$1201513') },
    { unit: 'Biro Antah' },
    { boss: '197001011995031001' },
    { email: 'p1@contoh.example' },
  ][kind];
  const { number, unit, email, boss: supervisor } = { ...good, ...(isBad(n, rows) && bad) };
  return `${number};Pegawai ${n};${email};PNS;${unit};${supervisor};Analis;Pelaksana`;
}

withTables(
  (engine, tables) => {
    const good = rows - badRows;
    it(`takes ${rows} people with ${badRows} bad rows, and skips them all the second time, on ${engine}`, {
      timeout: 600_000,
    }, async () => {
      const stores = { dynamo: tables().dynamo, table: tables().lms };
      const people = createPeopleStore(stores);
      const organisations = createOrganisationStore(stores);
      const system = { people, organisations, clock, ids: systemIds };
      const imports = createImportStore({ ...stores, list: 'people' });
      const { principal, agencyId } = await agencyWithUnits(system);
      const deps = {
        ...{ imports, clock: systemClock, ids: systemIds },
        people: createPeopleDesk({ ...system, mayClient: async () => false }),
        files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
        queue: { send: async () => undefined },
      };
      const head = 'NIP;Nama;Surel;Status;Unit kerja;NIP atasan;Jabatan;Jenis jabatan';
      const text = [head, ...Array.from({ length: rows }, (_, n) => lineOf(n, rows))].join('\n');

      async function take(): Promise<ImportJob> {
        const bytes = new TextEncoder().encode(text);
        const sent = await uploadImport(deps, { principal, name: 'pegawai.csv', bytes });
        if (sent.outcome === 'refused') throw new Error(JSON.stringify(sent));
        const { importId } = sent.job;
        // Time is up again and again, as if the worker had died at that place.
        const work = async () => {
          while ((await runPeopleImport(deps, { importId, deadlineMs: Date.now() + 3_000 })) === 'more');
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
      const refused = [];
      for await (const result of eachResult(deps, first)) {
        if (result.outcome === 'refused') refused.push(result);
        expect(result.awaitsSupervisor).toBeUndefined();
      }
      expect(refused.map(({ row }) => row)).toEqual(
        Array.from({ length: rows }, (_, n) => n).flatMap((n) => (isBad(n, rows) ? [n + 2] : [])),
      );
      expect(new Set(refused.map(({ problem }) => problem))).toEqual(
        new Set([
          'number-rounded',
          'number-appointment',
          'unit-unknown',
          'supervisor-unknown',
          'email-twice',
        ]),
      );
      const last = await people.findByClaim(employeeNumberClaim(numberOf(1)));
      const boss = await people.findByClaim(employeeNumberClaim(numberOf(20)));
      expect(last?.supervisorId).toBe(boss?.personId);
      const heads = [...(await people.countByUnit(agencyId)).values()].reduce((sum, count) => sum + count, 0);
      // And the administrator.
      expect(heads).toBe(good + 1);

      const second = await take();
      expect(second.run).toEqual({ created: 0, changed: 0, skipped: good, refused: badRows });
    });
  },
  { onlyEmbedded: true },
);

type System = Parameters<typeof createUnit>[0] & Parameters<typeof invitePerson>[0];

async function agencyWithUnits(system: System) {
  const email = 'operator@contoh.example';
  const claims = (address: string) => ({
    ...{ issuer: 'https://issuer.example', subject: address, email: address, emailVerified: true },
  });
  const operator = principalOf(await signInPerson({ ...system, bootstrapEmail: email }, claims(email)));
  const { agencyId } = await createAgency(system, {
    principal: operator,
    request: { name: 'Badan Besar', kind: 'central' },
  });
  for (let n = 0; n < 50; n += 1) {
    await createUnit(system, { principal: operator, request: { agencyId, name: `Biro ${n}` } });
  }
  const admin = 'admin@contoh.example';
  await invitePerson(system, {
    principal: operator,
    request: {
      ...{ name: 'Agus', email: admin, roles: ['agency-admin'] },
      home: { kind: 'agency', agencyId },
    },
  });
  const person: Person = await signInPerson({ ...system, bootstrapEmail: email }, claims(admin));
  return { agencyId, principal: principalOf(person) satisfies PersonPrincipal };
}

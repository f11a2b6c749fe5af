import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { readTextTable } from '@sinau/rostering/table';
import { describe, expect, it } from 'vitest';
import {
  discardImport,
  type ImportJob,
  listImports,
  listResults,
  type PeopleDesk,
  resultsCsv,
  runPeopleImport,
  startImport,
  sweepListImports,
  uploadImport,
} from './index.ts';
import { memoryImportStore } from './testing/index.ts';

const admin = (agencyId = 'a1'): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'agus' as PersonId, name: 'Agus', roles: ['agency-admin'] },
  agencyId: agencyId as AgencyId,
});
const principal = admin();
const head = 'NIP,Nama,Email,Status,NIP atasan\n';
const numberOf = (n: number) =>
  `19900517201503${1 + (n % 2)}${String(1 + Math.floor(n / 2)).padStart(3, '0')}`;
const line = (n: number, supervisor = '') =>
  `${numberOf(n)},Orang ${n},o${n}@contoh.example,PNS,${supervisor}\n`;

/** People are a set of numbers; a row creates its number once. */
function world(over: { readonly mayImport?: boolean } = {}) {
  const known = new Set<string>();
  const supervised = new Set<string>();
  const sent: unknown[] = [];
  const trouble: { after?: number } = {};
  let taken = 0;
  const desk: PeopleDesk = {
    mayImport: async () => over.mayImport ?? true,
    open: async () => ({
      async take(row, { isTrial, isExpected }) {
        const { number, supervisor } = row;
        if (!isTrial) {
          taken += 1;
          if (trouble.after !== undefined && taken > trouble.after) throw new Error('killed');
        }
        if (supervisor && !known.has(supervisor) && !isExpected(supervisor)) {
          return { outcome: 'refused', problem: 'supervisor-unknown' };
        }
        const awaits = supervisor && !known.has(supervisor) ? ({ awaitsSupervisor: true } as const) : {};
        if (known.has(number) && (!supervisor || supervised.has(number)))
          return { outcome: 'skipped', ...awaits };
        const outcome = known.has(number) ? 'changed' : 'created';
        if (!isTrial) {
          known.add(number);
          if (supervisor && known.has(supervisor)) supervised.add(number);
        }
        return { outcome, ...awaits };
      },
    }),
  };
  const clock = fixedClock();
  const deps = {
    ...{ imports: memoryImportStore(), people: desk, clock, ids: countedIds() },
    files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
    queue: { send: async (message: unknown) => void sent.push(message) },
  };
  const upload = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const done = await uploadImport(deps, { principal, name: 'C:\\data\\pegawai.csv', bytes });
    if (done.outcome === 'refused') throw new Error(JSON.stringify(done));
    return done.job;
  };
  const run = ({ importId }: ImportJob) =>
    runPeopleImport(deps, { importId, deadlineMs: clock.now().getTime() + 1_000 });
  const start = ({ importId }: ImportJob) => startImport(deps, { principal, importId });
  const job = async ({ importId }: ImportJob) => (await deps.imports.find(importId)) as ImportJob;
  const results = async ({ importId }: ImportJob) =>
    (
      await listResults(deps, {
        principal,
        importId,
        outcomes: ['created', 'changed', 'skipped', 'refused'],
        limit: 999,
      })
    ).results;
  return { deps, known, supervised, sent, trouble, clock, upload, run, start, job, results };
}

describe('a list of people', () => {
  it('is tried first and changes nothing, then taken, and then skips every row', async () => {
    const at = world();
    const text = head + Array.from({ length: 450 }, (_, n) => line(n)).join('');
    const first = await at.upload(text);
    expect(first).toMatchObject({ name: 'pegawai.csv', state: 'checking', rows: 450 });
    expect(await at.run(first)).toBe('done');
    expect(await at.job(first)).toMatchObject({ state: 'checked', trial: { created: 450 } });
    expect(at.known.size).toBe(0);
    await at.start(first);
    await at.run(first);
    expect(await at.job(first)).toMatchObject({ state: 'done', run: { created: 450, refused: 0 } });
    expect(await at.deps.imports.readCells(first.importId)).toBeUndefined();
    const second = await at.upload(text);
    await at.run(second);
    await at.start(second);
    await at.run(second);
    expect((await at.job(second)).run).toEqual({ created: 0, changed: 0, skipped: 450, refused: 0 });
    expect(at.sent).toHaveLength(4);
  });

  it('R12: tells line, column and reason of every wrong row, and takes all others', async () => {
    const at = world();
    const text = [
      ...[head, line(1), '1.99005E+17,Bulat,b@contoh.example,PNS,\n', line(1), line(2, numberOf(3))],
      ...[line(3), line(4, numberOf(99)), `${numberOf(5)},X,o5@contoh.example,Honorer,\n`],
      ...[`${numberOf(6)},Orang 6,o1@contoh.example,PNS,\n`, line(7, numberOf(7))],
    ].join('');
    const job = await at.upload(text);
    await at.run(job);
    await at.start(job);
    await at.run(job);
    const told = (await at.results(job)).map(({ row, outcome, column, problem }) => [
      row,
      outcome,
      column,
      problem,
    ]);
    expect(told).toEqual([
      [2, 'created', undefined, undefined],
      [3, 'refused', 'number', 'number-rounded'],
      [4, 'refused', 'number', 'number-twice'],
      [5, 'created', undefined, undefined],
      [6, 'created', undefined, undefined],
      [7, 'refused', 'supervisor', 'supervisor-unknown'],
      [8, 'refused', 'status', 'status-wrong'],
      [9, 'refused', 'email', 'email-twice'],
      [10, 'refused', 'supervisor', 'supervisor-self'],
    ]);
    expect([at.known.size, at.supervised.has(numberOf(2))]).toEqual([3, true]);
  });

  it('goes on after a crash in the middle of a portion, and tells what was done before it', async () => {
    const at = world();
    const job = await at.upload(head + Array.from({ length: 500 }, (_, n) => line(n)).join(''));
    await at.run(job);
    await at.start(job);
    at.trouble.after = 317;
    await expect(at.run(job)).rejects.toThrow('killed');
    delete at.trouble.after;
    expect(await at.job(job)).toMatchObject({ state: 'running', cursor: 200 });
    await at.run(job);
    expect(await at.job(job)).toMatchObject({ state: 'done', run: { created: 500, skipped: 0 } });
  });

  it('stops when its time is up, and is taken up again by the sweep, until it never gets on', async () => {
    const at = world();
    const job = await at.upload(head + line(1));
    expect(await runPeopleImport(at.deps, { importId: job.importId, deadlineMs: 0 })).toBe('more');
    expect(await sweepListImports(at.deps)).toEqual({ requeued: 0, failed: 0 });
    for (let n = 0; n < 20; n += 1) {
      at.clock.advance(11 * 60_000);
      expect(await sweepListImports(at.deps)).toEqual({ requeued: 1, failed: 0 });
    }
    at.clock.advance(11 * 60_000);
    expect(await sweepListImports(at.deps)).toEqual({ requeued: 0, failed: 1 });
    expect((await at.job(job)).state).toBe('failed');
  });

  it('two workers of one import count every row once', async () => {
    const at = world();
    const job = await at.upload(head + Array.from({ length: 300 }, (_, n) => line(n)).join(''));
    await at.run(job);
    await at.start(job);
    expect((await Promise.all([at.run(job), at.run(job)])).sort()).toEqual(['done', 'elsewhere']);
    expect((await at.job(job)).run).toEqual({ created: 300, changed: 0, skipped: 0, refused: 0 });
  });

  it('ends without a row when its sender may not send lists any more', async () => {
    const at = world({ mayImport: false });
    const job = await at.upload(head + line(1));
    await at.run(job);
    expect(await at.job(job)).toMatchObject({ state: 'failed', cursor: 0 });
  });

  it('is discarded before it is started, and not after', async () => {
    const at = world();
    const job = await at.upload(head + line(1));
    const input = { principal, importId: job.importId };
    await expect(at.start(job)).rejects.toMatchObject({ code: 'staffing.changed' });
    await discardImport(at.deps, input);
    expect(await at.run(job)).toBe('elsewhere');
    await expect(at.start(job)).rejects.toMatchObject({ code: 'staffing.changed' });
    const other = await at.upload(head + line(1));
    await at.run(other);
    await at.start(other);
    const late = discardImport(at.deps, { principal, importId: other.importId });
    await expect(late).rejects.toMatchObject({ code: 'staffing.changed' });
    expect(await listImports(at.deps, { principal })).toHaveLength(2);
  });

  it('C2: is answered like none to another agency', async () => {
    const at = world();
    const { importId } = await at.upload(head + line(1));
    const foreign = { principal: admin('a2'), importId };
    for (const attempt of [
      startImport(at.deps, foreign),
      discardImport(at.deps, foreign),
      listResults(at.deps, { ...foreign, outcomes: ['refused'], limit: 1 }),
      startImport(at.deps, { principal, importId: 'nothing' }),
      startImport(at.deps, { principal: { ...principal, roles: ['learner'] }, importId }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'staffing.not-found' });
    }
  });

  it('F1: gives its results as a file that runs nothing and shows no whole number', async () => {
    const at = world();
    const job = await at.upload(
      `${head}${numberOf(1)},"=HYPERLINK(""x"")",o@contoh.example,PNS,\n1,Budi,b@x.example,PNS,\n`,
    );
    await at.run(job);
    let text = '';
    for await (const piece of resultsCsv(at.deps, {
      principal,
      importId: job.importId,
      locale: 'id',
      linkOf: () => '',
    }))
      text += piece;
    expect(text).toContain(`2;"'=HYPERLINK(""x"")";••••••••••••••2001;akan dibuat`);
    expect(text).toContain('3;Budi;;ditolak;NIP / NI PPPK;NIP atau NI PPPK terdiri atas 18 angka.');
    expect(text).not.toContain('19900517');
  });

  it('is refused as a whole when a column is missing that has to be there', async () => {
    const { deps } = world();
    const upload = (text: string) =>
      uploadImport(deps, { principal, name: '', bytes: new TextEncoder().encode(text) });
    expect(await upload('Nama,Email\nSri,s@contoh.example\n')).toEqual({
      outcome: 'refused',
      missing: ['number'],
    });
    expect(await upload('NIP,Nama\n')).toEqual({ outcome: 'refused', finding: { problem: 'file-empty' } });
  });
});

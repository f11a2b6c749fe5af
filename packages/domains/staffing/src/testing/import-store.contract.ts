import { randomUUID } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ImportId, type ImportJob, type ListName, noCounts, type RowResult } from '../import-job.ts';
import type { ImportStore } from '../ports.ts';

/** What every store of imports keeps. Ids are fresh in every test. */
export function importStoreContract(adapter: string, open: (list: ListName) => Promise<ImportStore>): void {
  describe(`import store on ${adapter}`, () => {
    let store: ImportStore;
    const cells = { heads: ['NIP', 'Nama'], rows: [{ row: 2, cells: ['1', 'Sri'] }] };
    const result = (row: number, over: Partial<RowResult> = {}): RowResult => ({
      ...{ row, outcome: 'created', name: 'Sri', maskedNumber: '••1999', ...over },
    });

    beforeEach(async () => {
      store = await open('people');
    });

    const made = (over: Partial<ImportJob> = {}): ImportJob => ({
      ...{ importId: randomUUID() as ImportId, agencyId: randomUUID() as AgencyId, name: 'pegawai.csv' },
      ...{ state: 'checking', heads: ['NIP'], mapping: { number: 0 }, rows: 3, pass: 'trial', cursor: 0 },
      ...{ trial: noCounts, run: noCounts, createdAt: '2026-03-02T01:00:00.000Z', tries: 0, rev: 1 },
      createdBy: { kind: 'person', id: 'p1', name: 'Agus' },
      touchedAt: '2026-03-02T01:00:00.000Z',
      ...over,
    });

    it('gives back a job and its cells, until they are dropped', async () => {
      const job = made();
      expect(await store.create(job, cells)).toBe('created');
      expect(await store.find(job.importId)).toEqual(job);
      expect(await store.readCells(job.importId)).toEqual(cells);
      await store.dropCells(job.importId);
      expect(await store.readCells(job.importId)).toBeUndefined();
      expect(await store.find('nobody' as ImportId)).toBeUndefined();
    });

    it('C2: knows the lists of its kind alone', async () => {
      const past = await open('history');
      expect([store.list, past.list]).toEqual(['people', 'history']);
      const job = made({ touchedAt: '2001-01-01T00:00:00.000Z' });
      await store.create(job, cells);
      expect([await past.find(job.importId), await past.readCells(job.importId)]).toEqual([
        undefined,
        undefined,
      ]);
      expect(await past.listOf(job.agencyId, 5)).toEqual([]);
      const silent = await past.listSilent(job.touchedAt);
      expect(silent.filter(({ importId }) => importId === job.importId)).toEqual([]);
      expect(await past.save(job)).toEqual({ outcome: 'changed' });
      await store.save({ ...job, state: 'done' });
    });

    it('lets one of ten who save the same version go on', async () => {
      const job = made();
      await store.create(job, cells);
      const saves = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store.save({ ...job, cursor: n, state: 'done' })),
      );
      expect(saves.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
      expect(await store.find(job.importId)).toMatchObject({ state: 'done', rev: 2 });
    });

    it('keeps the cells of refused rows when those of the list go', async () => {
      const job = made();
      await store.create(job, cells);
      expect(await store.readRefused(job.importId)).toBeUndefined();
      for (let n = 0; n < 2; n += 1) await store.keepRefused(job, { ...cells, heads: ['NIP'] });
      await store.dropCells(job.importId);
      expect(await store.readRefused(job.importId)).toEqual({ ...cells, heads: ['NIP'] });
    });

    it('lists those of an agency, newest first, and open ones that are silent', async () => {
      const agencyId = randomUUID() as AgencyId;
      const touchedAt = '2001-01-01T00:00:00.000Z';
      const old = made({ agencyId, createdAt: '2026-03-01T00:00:00.000Z', touchedAt });
      const done = made({ agencyId, state: 'done', touchedAt });
      for (const job of [old, done, made()]) await store.create(job, cells);
      expect((await store.listOf(agencyId, 5)).map(({ importId }) => importId)).toEqual([
        ...[done.importId, old.importId],
      ]);
      const silent = (await store.listSilent(touchedAt)).map(({ importId }) => importId);
      expect([silent.includes(old.importId), silent.includes(done.importId)]).toEqual([true, false]);
      await store.save({ ...old, touchedAt: '2026-03-02T00:00:00.000Z' });
      expect((await store.listSilent(touchedAt)).map(({ importId }) => importId)).not.toContain(old.importId);
    });

    it('notes what is about to be done once, and lists results portion by portion', async () => {
      const place = { importId: randomUUID() as ImportId, pass: 'run', from: 0 } as const;
      const planned = [result(2), result(3, { outcome: 'refused', problem: 'email-taken', column: 'email' })];
      expect(await store.noteResults(place, planned)).toEqual(planned);
      expect(await store.noteResults(place, [result(9)])).toEqual(planned);
      await store.saveResults({ ...place, from: 2 }, [result(4, { awaitsSupervisor: true })]);
      expect(await store.listResults(place, 2)).toEqual({ results: planned, next: 2 });
      const rest = await store.listResults({ ...place, from: 2 }, 2);
      expect(rest).toEqual({ results: [result(4, { awaitsSupervisor: true })] });
      expect(await store.listResults({ ...place, pass: 'trial' }, 2)).toEqual({ results: [] });
    });
  });
}

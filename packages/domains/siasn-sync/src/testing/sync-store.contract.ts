import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncStore } from '../ports.ts';
import type { SyncRow } from '../sync-row.ts';
import { sampleSettings } from './samples.ts';

// Each test has its own: stores are shared.
let [agencyId, sri] = ['', ''] as unknown as [AgencyId, PersonId];

const sampleRow = (more: Partial<SyncRow> = {}): SyncRow => ({
  ...{
    personId: sri,
    lineId: 'l1',
    agencyId,
    environment: 'production',
    state: 'queued',
    title: 'Arsip',
    year: 2026,
    lacks: [],
    tries: 0,
  },
  content: {
    ...{ title: 'Arsip', organiser: 'Universitas', from: '2026-03-01', to: '2026-03-02' },
    ...{ jp: 600 as Jp, form: 'NKL03', number: 'N-1' },
    document: { kind: 'certificate', number: 'N-1', edition: 1 },
  },
  ...{ changedAt: '2026-03-02T01:00:00.000Z', dueAt: '2026-03-02T01:00:00.000Z', rev: 0, ...more },
});
const remoteOf = (id: string) => ({ id: `${id}-${sri}`, kind: 'course', made: true }) as const;
const now = '2026-03-02T02:00:00.000Z';

export function syncStoreContract(name: string, open: () => Promise<SyncStore>): void {
  describe(`stores of SIASN (${name})`, () => {
    let n = 0;
    beforeEach(() => {
      n += 1;
      [agencyId, sri] = [`badan-${name}-${n}` as AgencyId, `sri-${n}` as PersonId];
    });

    it('keep a row as it was given, and write over no other state of it', async () => {
      const { rows } = await open();
      const remote = remoteOf('A1');
      const row = sampleRow({ remote, lacks: ['nip'], chosen: { levelId: 3 } });
      expect(await rows.save(row)).toBe('saved');
      expect(await rows.find(row)).toEqual({ ...row, rev: 1 });
      expect(await rows.save(row)).toBe('stale');
      expect(await rows.save({ ...row, rev: 1, state: 'accepted' })).toBe('saved');
      expect(await rows.listOf(sri)).toMatchObject([{ state: 'accepted', rev: 2 }]);
    });

    it('give a record to one line alone, until that lets it go', async () => {
      const { rows } = await open();
      const remote = remoteOf('A1');
      await rows.save(sampleRow({ remote }));
      const other = sampleRow({ lineId: 'l2', remote });
      expect(await rows.save(other)).toBe('taken');
      expect(await rows.find(other)).toBeUndefined();
      expect(await rows.save(sampleRow({ rev: 1 }), remote.id)).toBe('saved');
      expect(await rows.save(other)).toBe('saved');
    });

    it('keep what stands in the other environment, whose records are others', async () => {
      const { rows } = await open();
      const remote = remoteOf('A1');
      const standing = { mark: 'm', at: now, by: 'service' } as const;
      const aside = { environment: 'training', state: 'accepted', remote, standing } as const;
      const row = sampleRow({ aside });
      expect(await rows.save(sampleRow({ environment: 'training', remote, lineId: 'l2' }))).toBe('saved');
      expect(await rows.save(row)).toBe('saved');
      expect(await rows.find(row)).toEqual({ ...row, rev: 1 });
      expect(await rows.save({ ...row, rev: 1, remote })).toBe('saved');
    });

    it('list what is due, longest first, and nothing of others', async () => {
      const { rows } = await open();
      const at = (hour: number) => `2026-03-02T0${hour}:00:00.000Z`;
      await rows.save(sampleRow({ lineId: 'late', dueAt: at(3) }));
      await rows.save(sampleRow({ lineId: 'second', dueAt: at(2) }));
      await rows.save(sampleRow({ lineId: 'first', dueAt: at(1) }));
      await rows.save(sampleRow({ lineId: 'theirs', agencyId: 'lain' as AgencyId, dueAt: at(1) }));
      const { dueAt: _, ...done } = sampleRow({ lineId: 'done' });
      await rows.save(done);
      expect((await rows.listDue(agencyId, now, 10)).map(({ lineId }) => lineId)).toEqual([
        'first',
        'second',
      ]);
      expect(await rows.listDue(agencyId, now, 1)).toHaveLength(1);
    });

    it('list an agency by state in pages, newest change first', async () => {
      const { rows } = await open();
      for (const day of [1, 2, 3])
        await rows.save(sampleRow({ lineId: `l${day}`, changedAt: `2026-03-0${day}` }));
      await rows.save(sampleRow({ lineId: 'other', state: 'rejected' }));
      const first = await rows.listIn(agencyId, 'queued', { limit: 2 });
      expect(first.rows.map(({ lineId }) => lineId)).toEqual(['l3', 'l2']);
      const rest = await rows.listIn(agencyId, 'queued', { limit: 2, after: first.next ?? '' });
      expect(rest.rows.map(({ lineId }) => lineId)).toEqual(['l1']);
    });

    it('keep settings once each time, and know who has switched it on', async () => {
      const { settings } = await open();
      const mine = sampleSettings({ agencyId });
      expect(await settings.save(mine)).toBe('saved');
      expect(await settings.save(mine)).toBe('stale');
      expect(await settings.find(agencyId)).toEqual({ ...mine, rev: 1 });
      expect(await settings.listOn()).toContain(agencyId);
      await settings.save({ ...mine, isOn: false, rev: 1 });
      expect(await settings.listOn()).not.toContain(agencyId);
    });

    it('keep when a connector was heard of, and what troubles it', async () => {
      const { settings } = await open();
      expect(await settings.connectorOf(agencyId)).toBeUndefined();
      const seen = { agencyId, clientId: 'c', name: 'Konektor', at: now, version: '1' } as const;
      await settings.noteConnector({ ...seen, environment: 'training', trouble: 'signed-out' });
      await settings.noteConnector({ ...seen, environment: 'production' });
      expect(await settings.connectorOf(agencyId)).toEqual({ ...seen, environment: 'production' });
      expect(await settings.find(agencyId)).toBeUndefined();
    });

    it('keep the words of SIASN by agency, and lists longer than one row', async () => {
      const { mapping } = await open();
      const list = Array.from({ length: 1_287 }, (_, at) => ({
        id: at.toString(16).padStart(32, '0'),
        name: `K${at}`,
      }));
      await mapping.replaceSubjects(agencyId, list);
      expect(await mapping.subjects(agencyId)).toEqual(list);
      await mapping.replaceSubjects(agencyId, list.slice(0, 3));
      expect(await mapping.subjects(agencyId)).toHaveLength(3);
      await mapping.saveCourse(agencyId, 'c1', { subjectId: 'X' });
      expect(await mapping.courseOf(agencyId, 'c1')).toEqual({ subjectId: 'X' });
      expect(await mapping.courseOf('lain' as AgencyId, 'c1')).toBeUndefined();
      await mapping.keepSiasnId(sri, { siasnId: 'Y', environment: 'production' });
      const known = [
        await mapping.siasnIdOf(sri, 'production'),
        await mapping.siasnIdOf(sri, 'training'),
        await mapping.siasnIdOf('b' as PersonId, 'production'),
      ];
      expect(known).toEqual(['Y', undefined, undefined]);
    });
  });
}

import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SealStore } from '../ports.ts';
import type { SealRow } from '../seal-row.ts';
import { newSettings, type SealSettings } from '../settings.ts';

// Each test has its own: stores are shared.
let agencyId = '' as AgencyId;
let number = '';

const sealer = {
  ...{ name: 'Segel Badan Contoh', organisation: 'Badan Contoh', issuer: 'BSrE', serialNumber: '11' },
  ...{ fingerprint: 'ab', validTo: '2027-01-01T00:00:00.000Z' },
};
const someRow = (more: Partial<SealRow> = {}): SealRow => ({
  ...{ kind: 'certificate', number, edition: 1, agencyId, state: 'waiting', tries: 0, rev: 0 },
  ...{
    dueAt: '2026-03-02T01:00:00.000Z',
    since: '2026-03-02T01:00:00.000Z',
    changedAt: '2026-03-02T01:00:00.000Z',
  },
  ...more,
});

/** What every store of seals keeps. */
export function sealStoreContract(name: string, open: () => Promise<SealStore>): void {
  describe(`stores of seals (${name})`, () => {
    let n = 0;
    beforeEach(() => {
      n += 1;
      [agencyId, number] = [`badan-${name}-${n}` as AgencyId, `SINAU-${name}-${n}`];
    });

    it('keep one row a document, and write over no other state of it', async () => {
      const { rows } = await open();
      const seal = { at: '2026-03-02T01:01:00.000Z', sealer, sha256: 'cd', fileId: 'f-1' };
      const row = someRow({ because: 'other-seal', words: 'x', attemptId: 'f-1', seal, tries: 2 });
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => rows.save(row)));
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(await rows.find(row)).toEqual({ ...row, rev: 1 });
      expect(await rows.save({ ...row, rev: 1, state: 'sealing' })).toBe('saved');
      expect(await rows.save({ ...row, rev: 1, state: 'refused' })).toBe('stale');
      expect(await rows.find(row)).toMatchObject({ state: 'sealing', rev: 2 });
      for (const other of [{ edition: 2 }, { kind: 'transcript' }] as const) {
        expect(await rows.find({ ...row, ...other })).toBeUndefined();
      }
    });

    it('list what is due, longest first, and nothing of others', async () => {
      const { rows } = await open();
      const at = (hour: number) => `2026-03-02T0${hour}:00:00.000Z`;
      await rows.save(someRow({ edition: 3, dueAt: at(3) }));
      await rows.save(someRow({ edition: 2, dueAt: at(2) }));
      await rows.save(someRow({ edition: 1, dueAt: at(1) }));
      await rows.save(someRow({ number: `${number}-x`, agencyId: 'lain' as AgencyId, dueAt: at(1) }));
      const { dueAt: _, ...done } = someRow({ edition: 4, state: 'sealed' });
      await rows.save(done);
      const due = await rows.listDue(agencyId, at(2), 10);
      expect(due.map(({ edition }) => edition)).toEqual([1, 2]);
      expect(await rows.listDue(agencyId, at(2), 1)).toHaveLength(1);
    });

    it('list an agency by state in pages, newest change first', async () => {
      const { rows } = await open();
      for (const edition of [1, 2, 3])
        await rows.save(someRow({ edition, changedAt: `2026-03-0${edition}` }));
      await rows.save(someRow({ edition: 4, state: 'refused' }));
      const first = await rows.listIn(agencyId, 'waiting', { limit: 2 });
      expect(first.rows.map(({ edition }) => edition)).toEqual([3, 2]);
      const rest = await rows.listIn(agencyId, 'waiting', { limit: 2, after: first.next ?? '' });
      expect(rest.rows.map(({ edition }) => edition)).toEqual([1]);
    });

    it('keep settings once each time, and know who has switched it on', async () => {
      const { settings } = await open();
      const mine: SealSettings = {
        ...newSettings(agencyId, new Date('2026-03-02T01:00:00Z')),
        ...{ isOn: true, address: 'https://esign.example', username: 'sinau', sealedPassword: 'a1.x' },
        ...{
          subscriberId: 'segel',
          activation: { sealed: 'a1.y', since: '2026', endsAt: '2027', isMailed: true },
          sealer,
        },
        trial: { what: 'test', at: '2026', outcome: 'good', sealer },
        ...{
          standstill: { because: 'quota-spent', at: '2026', words: 'habis' },
          pause: { until: '2026', count: 1 },
        },
        history: [{ at: '2026', by: 'p-1' as PersonId, what: ['on', 'address'] }],
        ...{ lastSealedAt: '2026', worker: { id: 'w', until: '2026' } },
      };
      expect(await settings.save(mine)).toBe('saved');
      expect(await settings.save(mine)).toBe('stale');
      expect(await settings.find(agencyId)).toEqual({ ...mine, rev: 1 });
      expect(await settings.listOn()).toContain(agencyId);
      await settings.save({ ...mine, isOn: false, rev: 1 });
      expect(await settings.listOn()).not.toContain(agencyId);
    });
  });
}

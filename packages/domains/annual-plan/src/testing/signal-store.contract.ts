import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { SignalStore } from '../ports.ts';
import type { Aside, NeedNote, NoteId } from '../signal.ts';

const at = '2026-11-29T02:00:00.000Z';

/** What every adapter of notes and decisions about signals keeps. */
export function signalStoreContract(adapter: string, open: () => Promise<SignalStore>): void {
  describe(`signals of needs on ${adapter}`, () => {
    let count = 0;
    const place = () => ({ agencyId: `signal-badan-${count}` as AgencyId, year: 2027 });
    const note = (over: Partial<NeedNote> = {}): NeedNote => ({
      ...{ ...place(), noteId: 'n-1' as NoteId, changedBy: 'rina' as PersonId, changedAt: at, rev: 0 },
      basis: { kind: 'rule', title: 'SPBE', legalBasis: 'Perpres 95/2018' },
      ...over,
    });
    const aside = (over: Partial<Aside> = {}): Aside => ({
      ...{ ...place(), signalId: 'citizens:ktp:1:u7', reason: 'Sudah ada', by: 'rina' as PersonId, at },
      ...over,
    });

    it('keeps notes as they were read, by agency and year', async () => {
      const signals = await open();
      count += 1;
      const basis = {
        kind: 'performance',
        title: 'Waktu layanan',
        detail: 'Target 3, hasil 5 hari',
      } as const;
      expect(await signals.saveNote(note())).toBe('saved');
      expect(await signals.saveNote(note())).toBe('conflict');
      expect(await signals.saveNote(note({ basis, rev: 1 }))).toBe('saved');
      expect(await signals.saveNote(note({ year: 2028, noteId: 'n-2' as NoteId }))).toBe('saved');
      expect(await signals.read(place())).toEqual({ notes: [note({ basis, rev: 2 })], asides: [] });
      expect((await signals.read({ ...place(), year: 2029 })).notes).toEqual([]);
    });

    it('keeps the first reason for setting aside, until it is brought back', async () => {
      const signals = await open();
      count += 1;
      const outcomes = await Promise.all([
        signals.setAside(aside()),
        signals.setAside(aside({ reason: 'Lain' })),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect((await signals.read(place())).asides).toHaveLength(1);
      await signals.bringBack({ ...place(), year: 2028 }, aside().signalId);
      expect((await signals.read(place())).asides).toHaveLength(1);
      await signals.bringBack(place(), aside().signalId);
      await signals.bringBack(place(), aside().signalId);
      expect(await signals.read(place())).toEqual({ notes: [], asides: [] });
      expect(await signals.setAside(aside())).toBe('saved');
    });
  });
}

import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../ledger/entry.ts';
import type { Hold } from '../ledger/hold.ts';
import type { CreditStore } from '../ports.ts';
import { nationalRules } from '../rules/national-rules.ts';
import { correctedOf, decidedOf, earnedOf, heldOf, on, reversedOf } from './samples.ts';

const at = '2026-03-02T01:00:00.000Z';

/** What every adapter of the ledger keeps. */
export function creditStoreContract(adapter: string, open: () => Promise<CreditStore>): void {
  describe(`the ledger on ${adapter}`, () => {
    let store: CreditStore;
    let personId: PersonId;
    let agencyId: AgencyId;
    let count = 0;
    beforeEach(async () => {
      store = await open();
      count += 1;
      personId = `sri-${count}` as PersonId;
      agencyId = `bkn-${count}` as AgencyId;
    });

    const earned = (entryId: string) =>
      earnedOf('NKL03', on({ '2026-03-02': 2 }), {
        certifiedOn: '2026-03-04',
        ...{ entryId: entryId as EntryId, personId, agencyId, evidence: 'sertifikat-1' },
        source: { kind: 'course', courseId: 'c1', version: 2, registration: entryId },
        effort: { seconds: 60, spans: [[1, 61]] },
      });
    const own = <Of extends { readonly personId: PersonId }>(entry: Of): Of => ({ ...entry, personId });
    const holdOf = (about: EntryId, heldAt = at): Hold => ({
      ...{ personId, agencyId, about, entryId: `held-${about}` as EntryId, title: { id: 'Etika' } },
      ...{ stated: 200 as Jp, reasons: heldOf({ entryId: about }).reasons, heldAt, state: 'open', rev: 0 },
    });

    it('gives back every kind of line as it was appended, to its person alone', async () => {
      const first = earned('e1');
      const later = { at: '2026-03-03T01:00:00.000Z' };
      const said = [
        correctedOf(first, on({ '2026-03-01': 1, '2026-03-02': 1 }), later),
        ...[reversedOf(first), decidedOf(first, 'released'), decidedOf(first, 'rejected')],
      ].map(own);
      for (const entry of [first, ...said]) expect(await store.append(entry)).toBe('appended');
      const found = await store.entriesOf(personId);
      expect(new Set(found)).toEqual(new Set([first, ...said]));
      expect(await store.findEntry(personId, first.entryId)).toEqual(first);
      expect(await store.entriesOf(`${personId}x` as PersonId)).toEqual([]);
      expect(await store.findEntry(`${personId}x` as PersonId, first.entryId)).toBeUndefined();
    });

    it('L3: of many who append one line at once, one does, and the line stays as that one wrote it', async () => {
      const tries = Array.from({ length: 8 }, (_, n) => ({ ...earned('e1'), stated: (100 + n) as Jp }));
      const outcomes = await Promise.all(tries.map((entry) => store.append(entry)));
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
      const [line] = await store.entriesOf(personId);
      expect(line).toEqual(tries[outcomes.indexOf('appended')]);
    });

    it('holds once, lists what waits by how long, and no more once it is decided', async () => {
      const [early, late] = [own(heldOf(earned('e1'))), own(heldOf(earned('e2')))];
      const first = holdOf('e1' as EntryId);
      const second = holdOf('e2' as EntryId, '2026-03-03T01:00:00.000Z');
      expect(await store.hold(late, second)).toBe('appended');
      expect(await store.hold(early, first)).toBe('appended');
      expect(await store.hold({ ...early, entryId: 'other' as EntryId }, first)).toBe('exists');
      expect(await store.entriesOf(personId)).toHaveLength(2);
      const page = await store.listOpen(agencyId, { limit: 1 });
      expect(page.holds).toEqual([{ ...first, rev: 1 }]);
      const rest = await store.listOpen(agencyId, { limit: 5, ...(page.next && { after: page.next }) });
      expect(rest.holds.map(({ about }) => about)).toEqual(['e2']);

      const words = { by: 'budi' as PersonId, words: 'Jurnal belajar ada.', at };
      const released: Hold = { ...first, rev: 1, state: 'released', decision: words };
      const decision = own(decidedOf(earned('e1'), 'released'));
      expect(await store.decide(decision, { ...released, rev: 2 })).toBe('conflict');
      expect(await store.entriesOf(personId)).toHaveLength(2);
      expect(await store.decide(decision, released)).toBe('decided');
      expect(await store.decide(own(decidedOf(earned('e1'), 'rejected')), released)).toBe('conflict');
      expect(await store.findHold(personId, 'e1' as EntryId)).toEqual({ ...released, rev: 2 });
      // Another doubt about the same opens it again, over what was read alone.
      const again = { ...own(heldOf(earned('e1'))), entryId: 'held-again' as EntryId };
      expect(await store.hold(again, first)).toBe('exists');
      expect(await store.hold(again, { ...first, entryId: again.entryId, rev: 2 })).toBe('appended');
      expect(await store.findHold(personId, 'e1' as EntryId)).toMatchObject({ state: 'open', rev: 3 });
      expect((await store.listOpen(agencyId, { limit: 5 })).holds).toHaveLength(2);
      const decided = { ...released, entryId: again.entryId, rev: 3 };
      const twice = { ...decision, entryId: 'released-again' as EntryId };
      expect(await store.decide(twice, decided)).toBe('decided');
      const left = await store.listOpen(agencyId, { limit: 5 });
      expect(left.holds.map(({ about }) => about)).toEqual(['e2']);
      expect((await store.holdsOf(personId)).map(({ state }) => state).toSorted()).toEqual([
        'open',
        'released',
      ]);
    });

    it('keeps what is held of somebody without an agency in no queue, until they come to one', async () => {
      const { agencyId: _, ...alone } = holdOf('e1' as EntryId);
      expect(await store.hold(own(heldOf(earned('e1'))), alone)).toBe('appended');
      expect(await store.findHold(personId, 'e1' as EntryId)).toEqual({ ...alone, rev: 1 });
      expect((await store.listOpen(agencyId, { limit: 5 })).holds).toEqual([]);
      expect(await store.changeHold({ ...alone, rev: 1, agencyId })).toBe('changed');
      expect((await store.listOpen(agencyId, { limit: 5 })).holds).toMatchObject([{ about: 'e1', rev: 2 }]);
    });

    it('keeps what a learner says to a hold, unless it has changed', async () => {
      await store.hold(own(heldOf(earned('e1'))), holdOf('e1' as EntryId));
      const answered: Hold = {
        ...holdOf('e1' as EntryId),
        rev: 1,
        answer: { words: 'Saya membaca luring.', at },
      };
      expect(await store.changeHold(answered)).toBe('changed');
      expect(await store.changeHold(answered)).toBe('conflict');
      expect(await store.findHold(personId, 'e1' as EntryId)).toEqual({ ...answered, rev: 2 });
      expect((await store.listOpen(agencyId, { limit: 5 })).holds).toHaveLength(1);
    });

    it('writes the sums of a year only over those that were read', async () => {
      const sums = { stated: 200 as Jp, computed: 200 as Jp, recognised: 150 as Jp, held: 0 as Jp, lines: 1 };
      const days = [{ date: '2026-03-02', recognised: 150 as Jp }];
      const periods = [{ from: '2025-07-01', to: '2026-06-30', recognised: 900 as Jp }];
      const row = { personId, year: 2026, ...sums, days, periods, asOf: at, rev: 0 };
      const outcomes = await Promise.all([store.saveYear(row), store.saveYear(row)]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await store.findYear(personId, 2026)).toEqual({ ...row, rev: 1 });
      expect(await store.saveYear({ ...row, recognised: 200 as Jp, rev: 1 })).toBe('saved');
      expect(await store.saveYear({ ...row, year: 2025 })).toBe('saved');
      expect((await store.yearsOf(personId)).map(({ year, rev }) => [year, rev]).toSorted()).toEqual([
        [2025, 1],
        [2026, 2],
      ]);
      expect(await store.findYear(personId, 2024)).toBeUndefined();
    });

    it('keeps rows of rules as they are, each for its agency', async () => {
      const scope = { kind: 'agency', agencyId } as const;
      const rules = nationalRules.map((rule) => ({ ...rule, scope, validTo: '2027-12-31' }));
      const kinds = ['conversion', 'year', 'effort'].flatMap(
        (kind) => rules.find((rule) => rule.kind === kind) ?? [],
      );
      for (const rule of kinds) expect(await store.addRule(rule)).toBe('added');
      const [some] = kinds;
      if (!some) throw new Error('no rule');
      expect(await store.addRule({ ...some, verified: false })).toBe('exists');
      expect(new Set(await store.rulesOf([agencyId]))).toEqual(new Set(kinds));
      expect(await store.rulesOf([`${agencyId}x` as AgencyId])).toEqual([]);
    });

    it('keeps what a rule leaves to do until it is done, with how far it is, by agency where it is everybody’s', async () => {
      const [rule] = nationalRules;
      if (!rule) throw new Error('no rule');
      const ruleId = `rule-${agencyId}`;
      const own = async () => (await store.refreshesDue()).filter(({ workId }) => workId.startsWith(ruleId));
      await store.addRule({ ...rule, ruleId, by: personId, at, words: 'JDIH', repealed: true });
      expect(await own()).toEqual([{ workId: ruleId }]);
      const other = `${agencyId}x` as AgencyId;
      await store.spreadRefresh({ workId: ruleId }, [agencyId, other]);
      const [first, second] = (await own()).toSorted((a, b) => a.workId.localeCompare(b.workId));
      expect([first?.agencyId, second?.agencyId]).toEqual([agencyId, other]);
      if (!first || !second) throw new Error('no work');
      await store.noteRefresh(first, 'page 2');
      await store.noteRefresh(second, undefined);
      expect(await own()).toEqual([{ ...first, after: 'page 2' }]);
      await store.noteRefresh(first, undefined);
      expect(await own()).toEqual([]);
    });
  });
}

import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Duty } from '../duty/duty.ts';
import type { DutyException } from '../exceptions/exception.ts';
import type { ObligationId } from '../obligation.ts';
import type { ObligationsStore } from '../ports.ts';
import type { Spread } from '../spread/spread.ts';
import { dutyOf, obligationOf } from './samples.ts';

const at = '2026-03-02T01:00:00.000Z';
const never = '2026-01-01T00:00:00.000Z';

/** What every adapter of obligations keeps. */
export function obligationsStoreContract(adapter: string, open: () => Promise<ObligationsStore>): void {
  describe(`obligations on ${adapter}`, () => {
    let store: ObligationsStore;
    let count = 0;
    let own: { agencyId: AgencyId; obligationId: ObligationId; personId: PersonId };
    beforeEach(async () => {
      store = await open();
      count += 1;
      own = {
        agencyId: `bkn-${count}` as AgencyId,
        obligationId: `o-${count}` as ObligationId,
        personId: `sri-${count}` as PersonId,
      };
    });
    const duty = (over: Partial<Duty> = {}) => dutyOf({ ...own, ...over });
    const spreadOf = (): Spread => ({
      ...{ obligationId: own.obligationId, agencyId: own.agencyId, state: 'running', pass: 'members' },
      ...{ heads: 2, seen: 0, given: 0, released: 0, failed: 0, startedAt: at, tries: 0, rev: 0 },
      ...{ basis: 'u1', dueAt: '2000-01-01T00:00:00.000Z', cursor: 'x' },
    });

    it('gives an obligation back as it is, to its agency alone, and saves it over what was read', async () => {
      const { agencyId, obligationId } = own;
      const obligation = obligationOf({ agencyId, obligationId, note: 'SE 12/2026' });
      expect(await store.create(obligation)).toBe('created');
      expect(await store.create(obligation)).toBe('exists');
      expect(await store.find(agencyId, obligationId)).toEqual(obligation);
      expect(await store.find('lan' as AgencyId, obligationId)).toBeUndefined();
      const outcomes = await Promise.all([
        store.save({ ...obligation, state: 'paused' }),
        store.save({ ...obligation, state: 'ended' }),
      ]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      expect(await store.listOf(agencyId)).toMatchObject([{ obligationId, rev: 2 }]);
      expect(await store.listOf(`${agencyId}x` as AgencyId)).toEqual([]);
    });

    it('R3: keeps an obligation and its spread, or neither of them', async () => {
      const obligation = obligationOf({ agencyId: own.agencyId, obligationId: own.obligationId });
      const spread = spreadOf();
      const find = async () => [
        (await store.find(own.agencyId, own.obligationId))?.state,
        (await store.findSpread(own.obligationId))?.heads,
      ];
      expect(await store.create(obligation, { ...spread, rev: 7 })).toBe('spread-changed');
      expect(await find()).toEqual([undefined, undefined]);
      expect(await store.create(obligation, spread)).toBe('created');
      expect(await store.create(obligation, { ...spread, heads: 3 })).toBe('exists');
      expect(await find()).toEqual(['active', 2]);
      const ended = { ...obligation, state: 'ended' } as const;
      const anew = { ...spread, heads: 4, rev: 1 };
      expect(await store.save(ended, { ...anew, rev: 0 })).toBe('spread-changed');
      expect(await store.save({ ...ended, rev: 9 }, anew)).toBe('changed');
      expect(await store.save({ ...ended, rev: 9 }, { ...anew, rev: 0 })).toBe('changed');
      expect(await find()).toEqual(['active', 2]);
      expect(await store.save(ended, anew)).toBe('saved');
      expect(await store.find(own.agencyId, own.obligationId)).toEqual({ ...ended, rev: 2 });
      expect(await store.findSpread(own.obligationId)).toEqual({ ...anew, rev: 2 });
    });

    it('keeps fifty courses, and what was decided of them', async () => {
      const { agencyId, obligationId } = own;
      const courseIds = Array.from({ length: 50 }, (_, n) => `c${n}-${'x'.repeat(36)}`);
      const [at, by] = ['2026-03-02T01:00:00.000Z', { kind: 'person', id: 'budi', name: 'Budi' }] as const;
      const changes = Array.from({ length: 100 }, (_, n) => ({
        ...{ courseId: `c${n}`, to: `d${n}`, reason: 'x'.repeat(300), at, by, undone: { at, by } },
      }));
      const courseHistory = { first: courseIds, changes };
      const obligation = obligationOf({ agencyId, obligationId, courseIds, courseHistory });
      await store.create(obligation);
      expect(await store.find(agencyId, obligationId)).toEqual(obligation);
    });

    it('L3: of many who write one duty at once, one does, and it is counted once', async () => {
      const tries = Array.from({ length: 8 }, (_, n) => duty({ unitId: `u${n}` }));
      const outcomes = await Promise.all(tries.map((after) => store.write({ after })));
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
      const found = await store.findDuty(duty());
      expect(found).toEqual({ ...tries[outcomes.indexOf('written')], rev: 1 });
      expect(await store.countsOf(own.obligationId, never)).toEqual({ 2026: { required: 1 } });
      expect(await store.dutiesOf(own.personId)).toEqual([found]);
      expect(await store.dutiesOf(`${own.personId}x` as PersonId)).toEqual([]);
    });

    it('counts a duty in its state and lists it there by its day, and reads off the clock what is overdue', async () => {
      const late = duty({ courseId: 'c2', dueOn: '2026-05-31', overAt: '2026-05-31T17:00:00.000Z' });
      const once = duty({ period: 'once', dueOn: '2026-07-31', overAt: '2026-07-31T15:00:00.000Z' });
      for (const after of [duty(), late, once]) await store.write({ after });
      const before = await store.findDuty(late);
      if (!before) throw new Error('no duty');
      expect(await store.write({ before, after: { ...before, toldOn: '2026-05-24' } })).toBe('written');
      expect(await store.write({ before, after: { ...before, state: 'started' } })).toBe('changed');
      const countsAt = (moment: string) => store.countsOf(own.obligationId, moment);
      const none = { 2026: { required: 2 }, once: { required: 1 } };
      expect(await countsAt('2026-05-31T16:59:59.999Z')).toEqual(none);
      const one = { 2026: { required: 2, overdue: 1 }, once: { required: 1 } };
      expect(await countsAt('2026-05-31T17:00:00.000Z')).toEqual(one);
      const list = { obligationId: own.obligationId, state: 'required' } as const;
      const first = await store.listState(list, { limit: 1 });
      expect(first.duties).toMatchObject([{ courseId: 'c2' }]);
      const rest = await store.listState(list, { limit: 5, ...(first.next && { after: first.next }) });
      expect(rest.duties).toMatchObject([{ dueOn: '2026-06-30' }, { period: 'once' }]);
      const overBy = async (moment: string) =>
        (await store.listState({ ...list, overBy: moment }, { limit: 5 })).duties.map(({ dueOn }) => dueOn);
      expect(await overBy('2026-05-31T16:59:59.999Z')).toEqual([]);
      expect(await overBy('2026-06-30T17:00:00.000Z')).toEqual(['2026-05-31', '2026-06-30']);
      const stood = { ...before, toldOn: '2026-05-24', rev: 2 };
      const done = { ...stood, state: 'finished', registration: 'r1', finishedAt: at } as const;
      expect(await store.write({ before: stood, after: done })).toBe('written');
      expect(await store.findDuty(late)).toEqual({ ...done, rev: 3 });
      expect(await overBy('2026-05-31T17:00:00.000Z')).toEqual([]);
      const later = '2026-07-01T00:00:00.000Z';
      expect((await countsAt(later))['2026']).toEqual({ required: 1, finished: 1, overdue: 1 });
    });

    it('keeps what was decided for one person, each decision, and finds it when its time is over', async () => {
      const { agencyId, obligationId, personId } = own;
      const exempt: DutyException = {
        ...{ agencyId, obligationId, personId, kind: 'exempt', state: 'open', reason: 'Cuti besar' },
        ...{ until: '1999-12-31', endsAt: '1999-12-31T17:00:00.000Z', changedAt: at, rev: 0 },
        changedBy: { kind: 'person', id: 'budi', name: 'Budi' },
      };
      const tries = await Promise.all([store.saveException(exempt), store.saveException(exempt)]);
      expect(tries.toSorted()).toEqual(['changed', 'saved']);
      const first = { ...exempt, rev: 1 };
      expect(await store.findException(own)).toEqual(first);
      expect(await store.exceptionsOf(personId)).toEqual([first]);
      expect(await store.dutiesOf(personId)).toEqual([]);
      const isEnding = async (until: string) =>
        (await store.listEnding(until, 100)).some((one) => one.obligationId === obligationId);
      expect(await isEnding('1999-12-31T16:59:59.999Z')).toBe(false);
      expect(await isEnding('1999-12-31T17:00:00.000Z')).toBe(true);
      const { kind: _, until: __, endsAt: ___, ...rest } = first;
      const later: DutyException = {
        ...rest,
        ...{ kind: 'later-day', period: '2026', dueOn: '2026-08-31', changedAt: '2026-03-03T01:00:00.000Z' },
      };
      expect(await store.saveException(later)).toBe('saved');
      expect(await isEnding('1999-12-31T17:00:00.000Z')).toBe(false);
      expect(await store.pastOf(own)).toEqual([{ ...later, rev: 2 }, first]);
      const other = { ...exempt, personId: `${personId}x` as PersonId };
      await store.saveException(other);
      const page = await store.listExceptions(obligationId, { limit: 1 });
      expect(page.exceptions).toEqual([{ ...later, rev: 2 }]);
      const more = await store.listExceptions(obligationId, {
        limit: 9,
        ...(page.next && { after: page.next }),
      });
      expect(more.exceptions).toEqual([{ ...other, rev: 1 }]);
    });

    it('lets one worker go on with a spread, and finds it when its turn has come', async () => {
      const spread = spreadOf();
      const outcomes = await Promise.all([store.saveSpread(spread), store.saveSpread(spread)]);
      expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'saved']);
      expect(await store.findSpread(own.obligationId)).toEqual({ ...spread, rev: 1 });
      const due = await store.listDueSpreads('2000-01-01T00:00:00.000Z', 50);
      expect(due.some(({ obligationId }) => obligationId === own.obligationId)).toBe(true);
      const { dueAt: _, ...over } = { ...spread, state: 'done' as const, finishedAt: at, rev: 1 };
      await store.saveSpread(over);
      const later = await store.listDueSpreads('2000-01-01T00:00:00.000Z', 50);
      expect(later.some(({ obligationId }) => obligationId === own.obligationId)).toBe(false);
    });
  });
}

import { type AgencyId, type Jp, overAtOf, type PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CountedRecord, DutyRecord, YearRecord } from '../counted.ts';
import type { ComplianceStore } from '../ports.ts';
import { talliesOf } from '../tally.ts';

const at = '2026-03-02T01:00:00.000Z';
let run = 0;

/** What every adapter promises. */
export function complianceStoreContract(name: string, open: () => Promise<ComplianceStore>): void {
  describe(`what is counted, kept by ${name}`, () => {
    let store: ComplianceStore;
    let agencyId: AgencyId;
    let sri: PersonId;
    let budi: PersonId;
    beforeEach(async () => {
      store = await open();
      run += 1;
      agencyId = `badan-${run}` as AgencyId;
      [sri, budi] = [`sri-${run}` as PersonId, `budi-${run}` as PersonId];
    });

    const year = (personId: PersonId, more: Partial<YearRecord> = {}): YearRecord => ({
      ...{ kind: 'year', personId, name: personId, agencyId, year: 2026, status: 'PNS', standing: 'below' },
      ...{ recognised: 350 as Jp, minimum: 2000 as Jp, ...more },
    });
    const duty = (personId: PersonId, more: Partial<DutyRecord> = {}): DutyRecord => ({
      ...{ kind: 'duty', personId, name: personId, agencyId, obligationId: 'o1', period: '2026' },
      ...{
        courseId: 'c1',
        state: 'required',
        dueOn: '2026-03-31',
        overAt: '2026-03-31T17:00:00.000Z',
        ...more,
      },
    });
    const owes = (personId: PersonId, dueOn: string) =>
      ({
        kind: 'due',
        ...{ personId, name: personId, agencyId, open: 1, dueOn },
        overAt: overAtOf(dueOn, 'Asia/Jakarta'),
      }) as const;
    const change = (personId: PersonId, rev: number, [gone, come]: readonly (readonly CountedRecord[])[]) =>
      store.replace({
        ...{ personId, rev, gone: gone ?? [], come: come ?? [], at },
        tallies: talliesOf({ gone: gone ?? [], come: come ?? [] }),
      });
    const coverage = () => store.countsOf({ kind: 'coverage', agencyId, year: 2026 });

    it('gives back every kind of record as it was put, to its person alone', async () => {
      const records = [
        year(sri, { unitId: 'u1', maximum: 2400 as Jp }),
        year(sri, { year: 2025 }),
        duty(sri),
        owes(sri, '2026-03-31'),
      ];
      expect(await change(sri, 0, [[], records])).toBe('stored');
      const found = await store.recordsOf(sri);
      expect(found.rev).toBe(1);
      expect(new Set(found.records)).toEqual(new Set(records));
      expect(await store.recordsOf(budi)).toEqual({ rev: 0, records: [] });
      expect(await change(sri, 1, [records.slice(1), []])).toBe('stored');
      expect((await store.recordsOf(sri)).records).toEqual(records.slice(0, 1));
    });

    it('of many who count one person at once one does, and counters say so', async () => {
      const tries = await Promise.all(Array.from({ length: 6 }, () => change(sri, 0, [[], [year(sri)]])));
      expect(tries.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(await change(sri, 7, [[year(sri)], []])).toBe('conflict');
      expect(await coverage()).toEqual(new Map([['', { people: 1, below: 1, jp: 350 }]]));
    });

    it('counts many people at once to the last one, and takes away to nothing', async () => {
      const people = Array.from({ length: 12 }, (_, n) => `p${n}-${run}` as PersonId);
      await Promise.all(people.map((id) => change(id, 0, [[], [year(id, { unitId: 'u1' }), duty(id)]])));
      expect(await coverage()).toEqual(new Map([['u1', { people: 12, below: 12, jp: 4200 }]]));
      expect(await store.countsOf({ kind: 'duties', agencyId })).toEqual(
        new Map([['2026 o1', { required: 12, 'over 2026-03-31T17:00:00.000Z': 12 }]]),
      );
      await Promise.all(people.map((id) => change(id, 1, [[year(id, { unitId: 'u1' })], []])));
      expect([...(await coverage()).values()].every((counts) => Object.keys(counts).length === 0)).toBe(true);
      expect(await store.countsOf({ kind: 'coverage', agencyId, year: 2025 })).toEqual(new Map());
    });

    it('lists a unit by name, page by page, and each standing for itself', async () => {
      for (const name of ['Citra', 'ani', 'Budi']) {
        await change(`${name}-${run}` as PersonId, 0, [
          [],
          [year(`${name}-${run}` as PersonId, { name, unitId: 'u1' })],
        ]);
      }
      await change(sri, 0, [[], [year(sri, { unitId: 'u1', standing: 'met' })]]);
      const list = { kind: 'coverage', agencyId, year: 2026, unitId: 'u1', standing: 'below' } as const;
      const first = await store.list(list, { limit: 2 });
      expect(first.records.map(({ name }) => name)).toEqual(['ani', 'Budi']);
      const rest = await store.list(list, { limit: 2, ...(first.next && { after: first.next }) });
      expect(rest.records.map(({ name }) => name)).toEqual(['Citra']);
      expect((await store.list({ ...list, unitId: '' }, { limit: 2 })).records).toEqual([]);
    });

    it('lists whose maximum has begun anew since, the earliest first, and nobody twice', async () => {
      const full = (personId: PersonId, fullUntil?: string) =>
        year(personId, { standing: 'at-maximum', ...(fullUntil !== undefined && { fullUntil }) });
      const citra = `citra-${run}` as PersonId;
      await change(sri, 0, [[], [full(sri, '2026-06-30')]]);
      await change(budi, 0, [[], [full(budi, '2026-05-31'), year(budi, { year: 2025 })]]);
      await change(citra, 0, [[], [full(citra)]]);
      const turned = async (before: string, limit = 5) =>
        store.list({ kind: 'turned', agencyId, before }, { limit });
      expect((await turned('2026-07-01')).records).toEqual([
        full(budi, '2026-05-31'),
        full(sri, '2026-06-30'),
      ]);
      expect((await turned('2026-06-30')).records).toEqual([full(budi, '2026-05-31')]);
      expect((await turned('2026-07-01', 1)).records).toHaveLength(1);
      expect((await turned('2026-05-31')).records).toEqual([]);
      await change(sri, 1, [[full(sri, '2026-06-30')], [year(sri, { standing: 'within' })]]);
      expect((await turned('2026-07-01')).records.map(({ personId }) => personId)).toEqual([budi]);
    });

    it('lists duties of a state by obligation, and who is overdue by how long', async () => {
      await change(sri, 0, [[], [duty(sri), duty(sri, { obligationId: 'o10' }), owes(sri, '2026-03-31')]]);
      await change(budi, 0, [[], [duty(budi, { state: 'started' }), owes(budi, '2026-02-28')]]);
      const duties = { kind: 'duties', agencyId, period: '2026', state: 'required' } as const;
      expect((await store.list(duties, { limit: 5 })).records).toHaveLength(2);
      expect((await store.list({ ...duties, obligationId: 'o1' }, { limit: 5 })).records).toEqual([
        duty(sri),
      ]);
      const overdue = async (overBy: string) =>
        (await store.list({ kind: 'due', agencyId, overBy }, { limit: 5 })).records.map(
          ({ personId }) => personId,
        );
      expect(await overdue('2026-03-31T17:00:00.000Z')).toEqual([budi, sri]);
      expect(await overdue('2026-03-31T16:59:59.999Z')).toEqual([budi]);
      const ofUnit = async (unitId: string) =>
        (
          await store.list(
            { kind: 'due', agencyId, overBy: '2026-04-01T00:00:00.000Z', unitId },
            { limit: 5 },
          )
        ).records;
      expect(await ofUnit('')).toHaveLength(2);
      expect(await ofUnit('u1')).toEqual([]);
    });

    it('counts and lists duties by unit, period by period', async () => {
      const [first, further] = [{ inUnit: 'first' }, { inUnit: 'further' }] as const;
      const ofSri = [
        duty(sri, { ...first, unitId: 'u1' }),
        duty(sri, { ...further, obligationId: 'o2', state: 'started', unitId: 'u1' }),
      ];
      await change(sri, 0, [[], [...ofSri, duty(sri, { ...first, period: 'once', unitId: 'u1' })]]);
      await change(budi, 0, [[], [duty(budi, first), duty(budi, { obligationId: 'o3', unitId: 'u1' })]]);
      const steps = { kind: 'steps', agencyId, period: '2026' } as const;
      expect(await store.countsOf(steps)).toEqual(
        new Map([
          ['u1', { people: 1, required: 1, started: 1 }],
          ['', { people: 1, required: 1 }],
        ]),
      );
      const list = { kind: 'duties', agencyId, period: '2026', state: 'required' } as const;
      const of = async (unitId: string) => (await store.list({ ...list, unitId }, { limit: 5 })).records;
      expect(await of('u1')).toEqual(ofSri.slice(0, 1));
      expect(await of('')).toEqual([duty(budi, first)]);
      await change(sri, 1, [ofSri, []]);
      expect([...(await store.countsOf(steps)).entries()].filter(([unit]) => unit === 'u1')).toEqual([
        ['u1', {}],
      ]);
      expect(await of('u1')).toEqual([]);
    });

    it('keeps how far an agency was walked', async () => {
      expect(await store.findWalk(agencyId, 2026)).toBeUndefined();
      await store.saveWalk({ agencyId, year: 2026, people: 100, after: 'x' });
      await store.saveWalk({ agencyId, year: 2026, people: 140, doneAt: at });
      expect(await store.findWalk(agencyId, 2026)).toEqual({ agencyId, year: 2026, people: 140, doneAt: at });
    });
  });
}

import { type AgencyId, type AgencyUnit, overAtOf, type PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { type FunnelStep, funnelSteps } from './funnel-steps.ts';
import type { Duty } from './ports.ts';
import { listDuties, listOverdue, listStanding } from './read-lists.ts';
import { readNumbers } from './read-numbers.ts';
import { recountPerson } from './recount-person.ts';
import { complianceWorld, type Truth } from './testing/compliance-world.ts';

const badan = 'badan' as AgencyId;
const tree: readonly AgencyUnit[] = [
  { unitId: 'u1', name: 'Sekretariat' },
  { unitId: 'u2', name: 'Bagian Umum', parentId: 'u1' },
  { unitId: 'u3', name: 'Balai' },
];

/** Today is 2 March 2026. */
async function world(people: readonly Partial<Truth>[]) {
  const made = complianceWorld();
  for (const [n, one] of people.entries()) {
    const personId = `p${String(n).padStart(3, '0')}` as PersonId;
    const name = `P${String(n).padStart(3, '0')}`;
    const place = { agencyId: badan, unitId: 'u2' };
    made.people.set(personId, { ...{ name, home: badan, place, status: 'PNS', jp: {}, duties: [] }, ...one });
    await recountPerson(made.deps, personId);
  }
  const units = { unitsOf: async () => tree };
  return { ...made.deps, units };
}

const times = (count: number, one: Partial<Truth>) => Array.from({ length: count }, () => one);
const inUnit = (unitId?: string) => ({ place: { agencyId: badan, ...(unitId !== undefined && { unitId }) } });
const duty = (state: Duty['state'], more: Partial<Duty> = {}): Duty => {
  const dueOn = more.dueOn ?? '2026-03-01';
  return {
    ...{ agencyId: badan, obligationId: 'o1', period: '2026', courseId: 'c1', state, dueOn },
    ...{ overAt: overAtOf(dueOn, 'Asia/Jakarta'), ...more },
  };
};

describe('the numbers of an agency', () => {
  it('of a branch hold those below it, and what is in no unit stands beside the units', async () => {
    const deps = await world([
      ...times(6, { jp: { 2026: 2000 } }),
      ...times(7, inUnit('u1')),
      ...times(5, { ...inUnit('u3'), status: 'PPPK' }),
      ...times(2, inUnit()),
    ]);
    const whole = await readNumbers(deps, { agencyId: badan });
    expect(whole.total).toMatchObject({ people: 20, jp: 12_000 });
    expect(whole.total.standings).toMatchObject({ met: 6, below: 9, within: 5 });
    expect(whole.parts.map(({ unitId, people, opens }) => [unitId, people, opens])).toEqual([
      ['u3', 5, false],
      ['u1', 13, true],
      ['', 2, false],
    ]);
    // Two in no unit are too few; the branch beside them would tell of them.
    expect(whole.parts.filter(({ hidden }) => hidden).map(({ unitId }) => unitId)).toEqual(['u1', '']);
    const branch = await readNumbers(deps, { agencyId: badan, unitId: 'u1' });
    expect(branch.parts.map(({ unitId, people }) => [unitId, people])).toEqual([
      ['u2', 6],
      ['', 7],
    ]);
    // Asked for by itself, a hidden unit tells no more.
    expect([whole.concealed, branch.concealed]).toEqual([false, true]);
    expect((await readNumbers(deps, { agencyId: badan, unitId: 'u2' })).concealed).toBe(true);
    expect((await readNumbers(deps, { agencyId: badan, unitId: 'u3' })).concealed).toBe(false);
    await expect(readNumbers(deps, { agencyId: badan, unitId: 'u9' })).rejects.toMatchObject({
      code: 'compliance.not-found',
    });
  });

  it('P3: hide one person whom no minimum holds for, and enough beside them', async () => {
    const deps = await world([
      ...times(6, inUnit('u1')),
      ...times(8, inUnit()),
      { ...inUnit('u3'), status: 'PPPK', jp: { 2026: 700 } },
    ]);
    const { parts } = await readNumbers(deps, { agencyId: badan });
    expect(parts.filter(({ hidden }) => hidden).map(({ unitId }) => unitId)).toEqual(['u3', 'u1']);
    expect(await readNumbers(deps, { agencyId: badan, unitId: 'u3' })).toMatchObject({ concealed: true });
  });

  it('say while a year is new how many people were counted', async () => {
    const deps = await world([{}]);
    expect(await readNumbers(deps, { agencyId: badan })).toMatchObject({ counting: 0 });
    await deps.compliance.saveWalk({
      agencyId: badan,
      year: 2026,
      people: 1,
      doneAt: '2026-01-01T00:00:00.000Z',
    });
    expect(await readNumbers(deps, { agencyId: badan })).not.toHaveProperty('counting');
  });

  it('call overdue whose last day is over where they work, from midnight there on, and list exactly these', async () => {
    const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
    const deps = await world(
      zones.map((zone) => ({ duties: [duty('started', { overAt: overAtOf('2026-03-31', zone) })] })),
    );
    const moments = ['14:59', '15:00', '16:00', '17:00'].map((time) => `2026-03-31T${time}:00.000Z`);
    const counts = [];
    for (const moment of moments) {
      const at = { ...deps, clock: { now: () => new Date(moment) } };
      const { total, funnel, obligations } = await readNumbers(at, { agencyId: badan });
      const { records } = await listOverdue(at, { agencyId: badan, limit: 9 });
      counts.push([total.overdue, funnel.overdue, obligations[0]?.overdue, records.length]);
    }
    expect(counts).toEqual([0, 1, 2, 3].map((count) => [count, count, count, count]));
  });

  it('say of each unit with those below it how far its duties have come, and open lists of exactly so many', async () => {
    const both = [duty('recognised'), duty('enrolled', { period: 'once', obligationId: 'o2' })];
    const deps = await world([
      ...times(5, { duties: both }),
      ...times(6, { ...inUnit('u1'), duties: [duty('started'), duty('required', { obligationId: 'o3' })] }),
      ...times(7, { ...inUnit('u3'), duties: [duty('finished'), duty('released', { obligationId: 'o4' })] }),
      ...times(5, { ...inUnit(), duties: [duty('released')] }),
    ]);
    const [whole, branch] = [
      await readNumbers(deps, { agencyId: badan }),
      await readNumbers(deps, { agencyId: badan, unitId: 'u1' }),
    ];
    expect(whole.duties).toEqual({ steps: whole.funnel.steps, people: 18, hidden: false });
    expect(whole.parts.map(({ unitId, duties }) => [unitId, duties.people, duties.hidden])).toEqual([
      ['u3', 7, false],
      ['u1', 11, false],
      ['', 0, false],
    ]);
    expect(branch.duties.steps).toEqual({
      required: 22,
      enrolled: 16,
      started: 11,
      finished: 5,
      recognised: 5,
    });
    expect(branch.parts.map(({ unitId, duties }) => [unitId, duties.steps.required])).toEqual([
      ['u2', 10],
      ['', 12],
    ]);
    const listed = async (asked: { unitId?: string; own?: boolean }, step: FunnelStep) => {
      const records = [];
      let place: Parameters<typeof listDuties>[1]['place'];
      do {
        const page = await listDuties(deps, {
          ...{ agencyId: badan, year: 2026, limit: 4, step, ...asked, ...(place && { place }) },
        });
        records.push(...page.records);
        place = page.next;
      } while (place);
      return new Set(records.map(({ personId, obligationId }) => `${personId} ${obligationId}`)).size;
    };
    for (const step of funnelSteps) {
      expect(await listed({ unitId: 'u1' }, step)).toBe(branch.duties.steps[step]);
      expect(await listed({ unitId: 'u1', own: true }, step)).toBe(branch.parts[1]?.duties.steps[step]);
      expect(await listed({ own: true }, step)).toBe(0);
    }
  });

  it('P3: hide duties of less than five people in a unit, of the next one, and of what is below; many duties of one are one', async () => {
    const many = Array.from({ length: 9 }, (_, n) => duty('started', { obligationId: `o${n}` }));
    const deps = await world([
      { duties: many },
      ...times(6, { ...inUnit('u3'), duties: [duty('started')] }),
      ...times(9, { ...inUnit(), duties: [duty('started')] }),
    ]);
    const { parts, duties } = await readNumbers(deps, { agencyId: badan });
    expect(duties.hidden).toBe(false);
    expect(parts.map(({ unitId, duties: { people, hidden } }) => [unitId, people, hidden])).toEqual([
      ['u3', 6, true],
      ['u1', 1, true],
      ['', 9, false],
    ]);
    const below = await readNumbers(deps, { agencyId: badan, unitId: 'u1' });
    expect([below.duties.hidden, below.parts[0]?.duties.hidden]).toEqual([true, true]);
    expect(
      (await readNumbers(await world(times(4, { duties: many })), { agencyId: badan })).duties.hidden,
    ).toBe(true);
  });

  it('open lists of exactly so many, page by page', async () => {
    const deps = await world([
      ...times(6, { jp: { 2026: 2000 } }),
      ...times(3, { ...inUnit('u1'), duties: [duty('required'), duty('recognised', { period: 'once' })] }),
      ...times(4, { ...inUnit('u3'), duties: [duty('started', { dueOn: '2026-02-01' })] }),
      ...times(2, { ...inUnit(), duties: [duty('finished'), duty('released', { obligationId: 'o2' })] }),
    ]);
    const numbers = await readNumbers(deps, { agencyId: badan });
    expect(numbers.funnel.steps).toEqual({
      required: 12,
      enrolled: 9,
      started: 9,
      finished: 5,
      recognised: 3,
    });
    expect(numbers.total.overdue).toBe(7);
    expect(numbers.funnel.overdue).toBe(7);
    const all = async <Record>(
      read: (place: object) => Promise<{ readonly records: readonly Record[]; readonly next?: object }>,
    ) => {
      const records: Record[] = [];
      let place: object | undefined = {};
      while (place) {
        const page: { readonly records: readonly Record[]; readonly next?: object } = await read(place);
        expect(page.records.length).toBeLessThanOrEqual(4);
        records.push(...page.records);
        place = page.next && { place: page.next };
      }
      return records;
    };
    const asked = { agencyId: badan, year: 2026, limit: 4 };
    for (const [unitId, own, count] of [
      [undefined, false, 9],
      ['u1', false, 3],
      ['u2', false, 0],
      [undefined, true, 2],
    ] as const) {
      const place = { standings: ['below'] as const, own, ...(unitId !== undefined && { unitId }) };
      const people = await all((page) => listStanding(deps, { ...asked, ...place, ...page }));
      expect(new Set(people.map(({ personId }) => personId)).size).toBe(count);
    }
    for (const step of funnelSteps satisfies readonly FunnelStep[]) {
      const duties = await all((page) => listDuties(deps, { ...asked, step, ...page }));
      expect(duties).toHaveLength(numbers.funnel.steps[step]);
      for (const { obligationId, period, steps } of numbers.obligations) {
        const one = { obligationId, period };
        const own = await all((page) => listDuties(deps, { ...asked, step, obligation: one, ...page }));
        expect(own).toHaveLength(steps[step]);
      }
    }
    const overdue = await all((page) => listOverdue(deps, { ...asked, ...page }));
    expect(overdue.map(({ dueOn }) => dueOn)).toEqual(
      [...times(4, {}), ...times(3, {})].map((_, n) => (n < 4 ? '2026-02-01' : '2026-03-01')),
    );
    expect(await all((page) => listOverdue(deps, { ...asked, unitId: 'u1', ...page }))).toHaveLength(3);
  });
});

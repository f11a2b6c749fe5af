import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { Duty } from './ports.ts';
import { recountPerson } from './recount-person.ts';
import { complianceWorld, type Truth } from './testing/compliance-world.ts';
import { recountAgency, recountTurned, walkAgency } from './walk-agency.ts';

const badan = 'badan' as AgencyId;
const dinas = 'dinas' as AgencyId;
const sri = 'sri' as PersonId;
const at = (agencyId: AgencyId, unitId?: string) => ({ agencyId, ...(unitId !== undefined && { unitId }) });
const duty = (more: Partial<Duty> = {}): Duty => ({
  ...{ agencyId: badan, obligationId: 'o1', period: '2026', courseId: 'c1', state: 'required' },
  ...{ dueOn: '2026-03-31', overAt: '2026-03-31T17:00:00.000Z', ...more },
});
const pns = (more: Partial<Truth> = {}): Truth => ({
  ...{ name: 'Sri', home: badan, place: at(badan, 'u1'), status: 'PNS', jp: { 2026: 350 }, duties: [duty()] },
  ...more,
});

function withSri(truth: Truth) {
  const world = complianceWorld();
  world.people.set(sri, truth);
  const { compliance } = world.deps;
  return {
    ...world,
    coverage: (agencyId: AgencyId, year = 2026) =>
      compliance.countsOf({ kind: 'coverage', agencyId, year }).then((counts) => Object.fromEntries(counts)),
    due: (agencyId: AgencyId) =>
      compliance.countsOf({ kind: 'due', agencyId }).then((counts) => Object.fromEntries(counts)),
    duties: (agencyId: AgencyId) =>
      compliance.countsOf({ kind: 'duties', agencyId }).then((counts) => Object.fromEntries(counts)),
  };
}

describe('recountPerson', () => {
  it('counts somebody in their unit, with JP, standing and what they owe, and a second time changes nothing', async () => {
    const { deps, coverage, due, duties } = withSri(pns());
    expect(await recountPerson(deps, sri)).toBe(true);
    expect(await recountPerson(deps, sri)).toBe(false);
    expect(await coverage(badan)).toEqual({ u1: { people: 1, below: 1, jp: 350 } });
    expect(await due(badan)).toEqual({ u1: { people: 1, open: 1, 'over 2026-03-31T17:00:00.000Z': 1 } });
    expect(await duties(badan)).toEqual({ '2026 o1': { required: 1, 'over 2026-03-31T17:00:00.000Z': 1 } });
  });

  it('a duty that opens again is late again by its day, and everything goes back exactly when it is closed once more', async () => {
    const { people, deps, due, duties } = withSri(pns({ duties: [duty({ state: 'recognised' })] }));
    await recountPerson(deps, sri);
    const done = { duties: await duties(badan), due: await due(badan) };
    expect(done.duties).toEqual({ '2026 o1': { recognised: 1 } });
    people.set(sri, pns({ duties: [duty({ state: 'started' })] }));
    // Told twice, by two workers at once.
    await Promise.all([recountPerson(deps, sri), recountPerson(deps, sri)]);
    expect(await duties(badan)).toEqual({ '2026 o1': { started: 1, 'over 2026-03-31T17:00:00.000Z': 1 } });
    expect(await due(badan)).toEqual({ u1: { people: 1, open: 1, 'over 2026-03-31T17:00:00.000Z': 1 } });
    people.set(sri, pns({ duties: [duty({ state: 'recognised' })] }));
    await recountPerson(deps, sri);
    expect(await duties(badan)).toEqual(done.duties);
    expect((await due(badan)).u1 ?? {}).toEqual({});
  });

  it('C11: who moves counts in the other unit and agency from then on, and who leaves nowhere', async () => {
    const { people, deps, coverage, due } = withSri(pns());
    await recountPerson(deps, sri);
    people.set(sri, pns({ place: at(dinas) }));
    await recountPerson(deps, sri);
    expect(await coverage(badan)).toEqual({ u1: {} });
    expect(await coverage(dinas)).toEqual({ '': { people: 1, below: 1, jp: 350 } });
    // What the agency asked of somebody who has gone is owed no more.
    expect(await due(badan)).toEqual({ u1: {} });
    const { place: _, ...gone } = pns();
    people.set(sri, gone);
    await recountPerson(deps, sri);
    expect(await coverage(dinas)).toEqual({ '': {} });
  });

  it('a maximum of PPPK is no target: it leaves room or is used up', async () => {
    const { people, deps, coverage } = withSri(pns({ status: 'PPPK', duties: [] }));
    await recountPerson(deps, sri);
    expect(await coverage(badan)).toEqual({ u1: { people: 1, within: 1, jp: 350 } });
    people.set(sri, pns({ status: 'PPPK', jp: { 2026: 2400 }, duties: [] }));
    await recountPerson(deps, sri);
    expect(await coverage(badan)).toEqual({ u1: { people: 1, 'at-maximum': 1, jp: 2400 } });
    people.set(sri, pns({ status: 'CPNS', duties: [] }));
    await recountPerson(deps, sri);
    expect(await coverage(badan)).toEqual({ u1: { people: 1, unruled: 1, jp: 350 } });
  });

  it('19.5 JP do not meet a minimum of 20, and 20 do (T10)', async () => {
    const { people, deps, coverage } = withSri(pns({ jp: { 2026: 1950 }, duties: [] }));
    await recountPerson(deps, sri);
    expect(await coverage(badan)).toMatchObject({ u1: { below: 1 } });
    people.set(sri, pns({ jp: { 2026: 2000 }, duties: [] }));
    await recountPerson(deps, sri);
    expect(await coverage(badan)).toEqual({ u1: { people: 1, met: 1, jp: 2000 } });
  });

  it('somebody with more duties than one change holds is counted to the last one', async () => {
    const many = Array.from({ length: 60 }, (_, n) => duty({ courseId: `c${n}` }));
    const { deps, duties } = withSri(pns({ duties: many }));
    await recountPerson(deps, sri);
    expect(await duties(badan)).toEqual({ '2026 o1': { required: 60, 'over 2026-03-31T17:00:00.000Z': 60 } });
  });
});

describe('a year of a contract that has begun', () => {
  it('counts whoever had used up their maximum before as within it, and looks at nobody else', async () => {
    const july = { jp: 2400 as Jp, recognised: 2400 as Jp, to: '2026-06-30' };
    const { people, clock, deps, coverage } = withSri(pns({ status: 'PPPK', duties: [], maximum: july }));
    people.set(
      'budi' as PersonId,
      pns({ status: 'PPPK', duties: [], maximum: { ...july, recognised: 0 as Jp } }),
    );
    for (const personId of [sri, 'budi' as PersonId]) await recountPerson(deps, personId);
    expect((await coverage(badan)).u1).toMatchObject({ people: 2, 'at-maximum': 1, within: 1 });
    expect(await recountTurned(deps, { agencyId: badan, most: 100 })).toBe(0);
    // The first of July has begun in the west.
    clock.advance(Date.parse('2026-06-30T17:00:00.000Z') - clock.now().getTime());
    for (const truth of people.values()) truth.maximum = { ...july, recognised: 0 as Jp, to: '2027-06-30' };
    expect(await recountTurned(deps, { agencyId: badan, most: 100 })).toBe(1);
    expect((await coverage(badan)).u1).toMatchObject({ people: 2, within: 2 });
    expect((await coverage(badan)).u1).not.toHaveProperty('at-maximum');
    expect(await recountTurned(deps, { agencyId: badan, most: 100 })).toBe(0);
  });

  it('is not waited for where the period ends with the year, whose people the walk of the next one counts', async () => {
    const full = { jp: 2400 as Jp, recognised: 2400 as Jp, to: '2026-12-31' };
    const { deps, clock } = withSri(pns({ status: 'PPPK', duties: [], maximum: full }));
    await recountPerson(deps, sri);
    clock.advance(Date.parse('2027-01-02T00:00:00.000Z') - clock.now().getTime());
    expect(await recountTurned(deps, { agencyId: badan, most: 100 })).toBe(0);
  });
});

describe('a year that has begun', () => {
  it('counts everybody, portion by portion, who did nothing in it yet', async () => {
    const { people, clock, deps, coverage } = withSri(pns({ duties: [] }));
    for (let n = 0; n < 249; n += 1) people.set(`p${n}` as PersonId, pns({ name: `P${n}`, duties: [] }));
    expect(await walkAgency(deps, { agencyId: badan, most: 100 })).toBe(false);
    expect((await coverage(badan)).u1?.people).toBe(100);
    expect(await walkAgency(deps, { agencyId: badan, most: 1_000 })).toBe(true);
    expect((await coverage(badan)).u1?.people).toBe(250);
    // 07.00 of the first of January in the west.
    clock.advance(Date.parse('2027-01-01T00:00:00.000Z') - clock.now().getTime());
    expect(await walkAgency(deps, { agencyId: badan, most: 1_000 })).toBe(true);
    expect((await coverage(badan, 2027)).u1).toEqual({ people: 250, below: 250 });
    expect((await coverage(badan, 2026)).u1).toEqual({ people: 250, below: 250, jp: 350 * 250 });
    expect(await recountAgency(deps, badan)).toBe(0);
  });
});

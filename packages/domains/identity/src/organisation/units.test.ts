import type { AgencyId } from '@sinau/kernel';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UnitId } from '../ids.ts';
import { listUnitPeople } from '../people/list-unit-people.ts';
import { identityWorld } from '../testing/identity-world.ts';
import { changeUnit, changeUnitRequestSchema, endUnit } from './change-unit.ts';
import { createUnit } from './create-unit.ts';
import { showUnits } from './show-units.ts';
import { unitPlace } from './unit-place.ts';
import { hasCircle, unitOn } from './unit-tree.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
let world: World;
let agencyId: AgencyId;

beforeEach(async () => {
  world = await identityWorld();
  agencyId = world.tenants.agencyA.kind === 'agency' ? world.tenants.agencyA.agencyId : ('' as never);
});

const day = 24 * 3_600_000;
const add = (name: string, parentId?: UnitId, from?: string) =>
  createUnit(world, {
    principal: world.operator,
    request: { agencyId, name, ...(parentId && { parentId }), ...(from && { from }) },
  });
const change = (unitId: UnitId, request: Parameters<typeof changeUnit>[1]['request']) =>
  changeUnit(world, { principal: world.operator, agencyId, unitId, request });
const end = (unitId: UnitId, lastDay: string | null) =>
  endUnit(world, { principal: world.operator, agencyId, unitId, request: { lastDay } });
const tree = async (on?: string) =>
  (await showUnits(world, { principal: world.operator, agencyId, ...(on && { day: on }) })).units.map(
    ({ name, depth }) => `${'-'.repeat(depth)}${name}`,
  );

describe('the units of an agency', () => {
  it('keep their earlier names and places by day', async () => {
    const [a, b] = [await add('Biro A'), await add('Biro B')];
    const c = await add('Bagian C', a.unitId);
    world.clock.advance(10 * day);
    await change(c.unitId, { parentId: b.unitId, name: 'Bagian Cipta' });
    expect(await tree()).toEqual(['Biro A', 'Biro B', '-Bagian Cipta']);
    expect(await tree('2026-03-11')).toEqual(['Biro A', '-Bagian C', 'Biro B']);
    expect(await tree('2026-03-12')).toEqual(['Biro A', 'Biro B', '-Bagian Cipta']);
    expect(await tree('2026-03-01')).toEqual([]);
  });

  it('say where they are, and what is below is there too unless it says otherwise', async () => {
    const a = await add('Biro A');
    const b = await add('Balai B', a.unitId);
    const c = await add('Pos C', b.unitId);
    const place = (unitId: UnitId) => unitPlace(world, { agencyId, unitId });
    await change(a.unitId, { province: '31' });
    expect(await change(b.unitId, { province: '53', remote: true })).toMatchObject({
      past: [],
      remote: true,
    });
    expect(await place(a.unitId)).toEqual({ units: [a.unitId], province: '31' });
    expect(await place(c.unitId)).toEqual({
      ...{ units: [c.unitId, b.unitId, a.unitId], province: '53', remote: true },
    });
    // What is not named stays, also when the unit is renamed.
    await change(b.unitId, { name: 'Balai Baru' });
    expect(await place(c.unitId)).toMatchObject({ province: '53', remote: true });
    await change(b.unitId, { province: null, remote: false });
    expect(await place(c.unitId)).toEqual({ units: [c.unitId, b.unitId, a.unitId], province: '31' });
    expect(changeUnitRequestSchema.safeParse({ province: '99' }).success).toBe(false);
    expect(await unitPlace(world, { agencyId: 'x' as AgencyId, unitId: a.unitId })).toBeUndefined();
  });

  it('correct a change of the same day in place', async () => {
    const a = await add('Biro A');
    world.clock.advance(day);
    await change(a.unitId, { name: 'Biro Aa' });
    const after = await change(a.unitId, { name: 'Biro Ab' });
    expect(after).toMatchObject({ name: 'Biro Ab', past: [{ until: '2026-03-02', name: 'Biro A' }] });
  });

  it('never stand below themselves, on no day', async () => {
    const a = await add('A1', undefined, '2026-01-01');
    const b = await add('B1', a.unitId, '2026-01-01');
    const c = await add('C1', b.unitId, '2026-01-01');
    for (const parentId of [a.unitId, b.unitId, c.unitId]) {
      await expect(change(a.unitId, { parentId })).rejects.toMatchObject({ code: 'request.invalid' });
    }
    await change(b.unitId, { parentId: null, from: '2026-02-01' });
    // Today it would do; in January B stood below A.
    await expect(change(a.unitId, { parentId: c.unitId, from: '2026-01-01' })).rejects.toMatchObject({
      issues: [{ path: '/parentId', message: 'is below this unit' }],
    });
    await change(a.unitId, { parentId: c.unitId, from: '2026-02-01' });
    expect(await tree()).toEqual(['B1', '-C1', '--A1']);
  });

  it('make no circle, whatever is moved in whatever order', async () => {
    const units = await Promise.all(['A', 'B', 'C', 'D'].map((name) => add(`Biro ${name}`)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 6 }), async (moves) => {
        for (const [unit, parent] of moves) {
          const [one, other] = [units[unit]?.unitId as UnitId, units[parent]?.unitId as UnitId];
          await change(one, { parentId: other }).catch(() => undefined);
        }
        const all = await world.organisations.listUnits(agencyId);
        expect(all.some(({ unitId }) => hasCircle(all, unitId, '2026-01-01'))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('of two moves at once that would make a circle together, take one', async () => {
    const [a, b] = [await add('A1'), await add('B1')];
    const outcomes = await Promise.allSettled([
      change(a.unitId, { parentId: b.unitId }),
      change(b.unitId, { parentId: a.unitId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('end when nobody works in them and nothing stands below, and open again', async () => {
    const a = await add('A1');
    const b = await add('B1', a.unitId);
    await expect(end(a.unitId, '2026-03-02')).rejects.toMatchObject({ code: 'identity.unit-in-use' });
    const person = await world.invite(world.tenants.agencyA, ['learner'], { unitId: b.unitId });
    await expect(end(b.unitId, '2026-03-02')).rejects.toMatchObject({ code: 'identity.unit-in-use' });
    await world.people.replace(person, { ...person, status: 'disabled' });
    const ended = await end(b.unitId, '2026-03-02');
    expect([unitOn(ended, '2026-03-02')?.name, unitOn(ended, '2026-03-03')]).toEqual(['B1', undefined]);
    const join = world.invite(world.tenants.agencyA, ['learner'], { unitId: b.unitId });
    await expect(join).rejects.toMatchObject({ issues: [{ path: '/unitId' }] });
    await end(a.unitId, '2026-03-02');
    await expect(end(b.unitId, null)).rejects.toMatchObject({ issues: [{ path: '/parentId' }] });
    await end(a.unitId, null);
    await end(b.unitId, null);
    expect(await tree()).toEqual(['A1', '-B1']);
  });

  it('have one name at one place, and days of the past only', async () => {
    const a = await add('Sekretariat');
    await expect(add('sekretariat')).rejects.toMatchObject({ code: 'identity.unit-exists' });
    await add('Sekretariat', a.unitId);
    await expect(add('Besok', undefined, '2026-03-03')).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(change(a.unitId, { name: 'Lain', from: '2026-03-01' })).rejects.toMatchObject({
      issues: [{ path: '/from' }],
    });
    await expect(add('Anak', a.unitId, '2026-03-01')).rejects.toMatchObject({
      issues: [{ path: '/parentId' }],
    });
  });

  it('C2: are those of one agency: another is answered like none', async () => {
    const { unitId } = await add('A1');
    const admin = await world.principal(world.tenants.agencyB, 'agency-admin');
    for (const attempt of [
      changeUnit(world, { principal: admin, agencyId, unitId, request: { name: 'Milik saya' } }),
      endUnit(world, { principal: admin, agencyId, unitId, request: { lastDay: '2026-03-02' } }),
      showUnits(world, { principal: admin, agencyId }),
      listUnitPeople(world, { principal: admin, agencyId, unitId }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'identity.not-found' });
    }
  });
});

describe('people of a branch', () => {
  it('come unit by unit, each once, however the pages fall, and are counted', async () => {
    const top = await add('Sekretariat');
    const [a, empty] = [await add('Biro A', top.unitId), await add('Biro Kosong', top.unitId)];
    const b = await add('Bagian B', a.unitId);
    const other = await add('Inspektorat');
    for (const [unit, count] of [
      [top, 20],
      [a, 30],
      [b, 70],
      [other, 3],
    ] as const) {
      for (let n = 0; n < count; n += 1) {
        await world.invite(world.tenants.agencyA, ['learner'], { unitId: unit.unitId });
      }
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let pageToken: string | undefined;
    do {
      const page = await listUnitPeople(world, {
        ...{ principal: world.operator, agencyId, unitId: top.unitId },
        ...(pageToken && { pageToken }),
      });
      seen.push(...page.people.map(({ personId }) => personId));
      sizes.push(page.people.length);
      pageToken = page.nextPageToken;
    } while (pageToken);
    expect([new Set(seen).size, seen.length, sizes]).toEqual([120, 120, [50, 50, 20]]);
    const { units } = await showUnits(world, { principal: world.operator, agencyId });
    const counts = Object.fromEntries(units.map((unit) => [unit.name, [unit.people, unit.branchPeople]]));
    expect(counts).toEqual({
      ...{ Inspektorat: [3, 3], Sekretariat: [20, 120], 'Biro A': [30, 100] },
      ...{ 'Bagian B': [70, 70], 'Biro Kosong': [0, 0] },
    });
    expect(empty.name).toBe('Biro Kosong');
    // A move of the branch takes its people along.
    await change(a.unitId, { parentId: other.unitId });
    const moved = await showUnits(world, { principal: world.operator, agencyId });
    expect(moved.units.find(({ name }) => name === 'Inspektorat')?.branchPeople).toBe(103);
  });
});

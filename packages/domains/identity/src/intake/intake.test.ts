import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UnitId } from '../ids.ts';
import { createUnit } from '../organisation/create-unit.ts';
import { employeeNumberClaim } from '../people/claims.ts';
import { identityWorld } from '../testing/identity-world.ts';
import { type IntakeRow, intakePerson, unitNames } from './index.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
let world: World;
let agencyId: AgencyId;
const number = '199005172015031999';
const boss = '198110052006042999';
const sri: IntakeRow = { number, name: 'Sri Contoh', email: 'sri@contoh.example', status: 'PNS' };

beforeEach(async () => {
  world = await identityWorld();
  agencyId = world.tenants.agencyA.kind === 'agency' ? world.tenants.agencyA.agencyId : ('' as never);
});

const take = (row: IntakeRow, over: { isTrial?: boolean; expected?: string; into?: AgencyId } = {}) =>
  intakePerson(world, {
    ...{ agencyId: over.into ?? agencyId, row, isTrial: over.isTrial ?? false },
    isExpected: (one) => one === over.expected,
  });
const stored = (value = number) => world.people.findByClaim(employeeNumberClaim(value));

describe('a row of an agency', () => {
  it('creates, then changes what is new, then finds nothing to do', async () => {
    expect(await take(sri, { isTrial: true })).toEqual({ outcome: 'created' });
    expect(await stored()).toBeUndefined();
    expect(await take(sri)).toMatchObject({ outcome: 'created' });
    expect(await take(sri)).toMatchObject({ outcome: 'skipped' });
    const post = { title: 'Analis', family: 'fungsional-keahlian', level: 'ahli-muda' } as const;
    const more = {
      ...sri,
      name: 'Sri Contoh, S.Kom.',
      post,
      since: '2026-02-01',
      timeZone: 'Asia/Jayapura',
    } as const;
    expect(await take(more, { isTrial: true })).toMatchObject({ outcome: 'changed' });
    expect((await stored())?.rev).toBe(1);
    expect(await take(more)).toMatchObject({ outcome: 'changed' });
    world.clock.advance(40 * 24 * 3_600_000);
    expect(await take(more)).toMatchObject({ outcome: 'skipped' });
    expect(await stored()).toMatchObject({
      ...{ name: 'Sri Contoh, S.Kom.', rev: 2, roles: ['learner'], status: 'invited' },
      career: { posts: [{ from: '2026-02-01', title: 'Analis' }] },
    });
  });

  it('notes grade, legal standing and education from their day on, and refuses a grade of another status', async () => {
    await take(sri);
    const row = {
      ...sri,
      grade: 'III/b',
      legalStanding: 'active',
      education: 's1',
      since: '2025-04-01',
    } as const;
    expect(await take(row)).toMatchObject({ outcome: 'changed' });
    expect(await take(row)).toMatchObject({ outcome: 'skipped' });
    expect(await take({ ...sri, grade: 'III/c', since: '2026-01-01' })).toMatchObject({ outcome: 'changed' });
    expect((await stored())?.career).toMatchObject({
      grades: [
        { from: '2025-04-01', grade: 'III/b' },
        { from: '2026-01-01', grade: 'III/c' },
      ],
      ...{ legalStandings: [{ standing: 'active' }], education: [{ from: '2025-04-01', level: 's1' }] },
    });
    expect(await take({ ...sri, grade: 'IX' })).toEqual({ outcome: 'refused', problem: 'data-wrong' });
  });

  it('keeps what it leaves out, the contract of a PPPK too', async () => {
    const contract = { from: '2025-04-01', to: '2030-03-31' };
    const row: IntakeRow = {
      ...{ number: '199208112022212999', name: 'Bima Contoh', email: 'bima@contoh.example' },
      ...{ status: 'PPPK', contract },
    };
    await take(row);
    expect(await take({ number: row.number, name: row.name, status: 'PPPK' })).toMatchObject({
      outcome: 'skipped',
    });
    expect((await stored(row.number))?.career?.employment).toEqual([
      { from: '2025-04-01', status: 'PPPK', contract },
    ]);
  });

  it('says of people of other agencies only that they belong elsewhere, and changes nobody', async () => {
    const other = world.tenants.agencyB as { agencyId: AgencyId } & typeof world.tenants.agencyB;
    await take(sri, { into: other.agencyId });
    expect(await take(sri)).toEqual({ outcome: 'refused', problem: 'belongs-elsewhere' });
    expect(await take({ ...sri, number: boss })).toEqual({ outcome: 'refused', problem: 'email-taken' });
    expect(await take({ ...sri, number: boss, email: 'w@contoh.example', supervisor: number })).toEqual({
      ...{ outcome: 'refused', problem: 'supervisor-unknown' },
    });
    expect((await stored())?.rev).toBe(1);
  });

  it('gives a number to somebody who was invited without one, and none to somebody who has another', async () => {
    await world.invite(world.tenants.agencyA, ['learner'], { email: 'sri@contoh.example' });
    expect(await take(sri)).toMatchObject({ outcome: 'changed' });
    expect(await take({ ...sri, number: boss })).toEqual({ outcome: 'refused', problem: 'number-other' });
  });

  it('waits for a supervisor who is still to come', async () => {
    const row = { ...sri, supervisor: boss };
    expect(await take(row, { expected: boss })).toMatchObject({ outcome: 'created', awaitsSupervisor: true });
    await take({ ...sri, number: boss, name: 'Wulan', email: 'wulan@contoh.example' });
    expect(await take(row)).toMatchObject({ outcome: 'changed' });
    expect((await stored())?.supervisorId).toBe((await stored(boss))?.personId);
    expect(await take({ ...sri, number: boss, name: 'Wulan', supervisor: boss })).toMatchObject({
      problem: 'email-taken',
    });
  });

  it('closes and opens accounts, but not those of the platform, and invites nobody who has left', async () => {
    expect(await take({ ...sri, isActive: false })).toEqual({ outcome: 'skipped' });
    await take(sri);
    await take({ ...sri, isActive: false });
    expect(await stored()).toMatchObject({ status: 'disabled', sessionGeneration: 2 });
    expect(await take(sri)).toMatchObject({ outcome: 'skipped' });
    await take({ ...sri, isActive: true });
    expect(await stored()).toMatchObject({ status: 'invited' });
    const person = (await stored()) as NonNullable<Awaited<ReturnType<typeof stored>>>;
    await world.people.replace(person, { ...person, roles: ['learner', 'reviewer'] });
    expect(await take({ ...sri, name: 'Lain' })).toEqual({ outcome: 'refused', problem: 'not-yours' });
  });

  it.each([
    [{ ...sri, email: undefined }, 'email-missing'],
    [{ ...sri, status: undefined }, 'status-missing'],
    [{ ...sri, unitId: 'nowhere' as UnitId }, 'data-wrong'],
  ])('refuses what nobody can be made of', async (row, problem) => {
    const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
    expect(await take(given as unknown as IntakeRow)).toEqual({ outcome: 'refused', problem });
  });

  it('of twenty at once creates one person, and the others find them', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => take(sri)));
    const counts = outcomes.map(({ outcome }) => outcome);
    expect(counts.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(counts.filter((outcome) => outcome === 'skipped')).toHaveLength(19);
  });
});

describe('units by name', () => {
  it('are found by their path, its end or their name, when that tells which', async () => {
    const add = (name: string, parentId?: UnitId) =>
      createUnit(world, {
        principal: world.operator,
        request: { agencyId, name, ...(parentId && { parentId }) },
      });
    const top = await add('Sekretariat Utama');
    const [a, b] = [await add('Biro Umum', top.unitId), await add('Biro SDM/Organisasi', top.unitId)];
    const [c, d] = [await add('Bagian TU', a.unitId), await add('Bagian TU', b.unitId)];
    const find = unitNames(await world.organisations.listUnits(agencyId), world.clock.now());
    expect([
      find('sekretariat  utama / BIRO UMUM'),
      find('Biro SDM/Organisasi'),
      find('Bagian TU'),
      find('Biro Umum > Bagian TU'),
      find('Biro SDM/Organisasi / Bagian TU'),
      find('Biro'),
    ]).toEqual([a.unitId, b.unitId, 'unclear', c.unitId, d.unitId, 'unknown']);
  });
});

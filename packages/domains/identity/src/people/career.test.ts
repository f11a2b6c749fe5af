import type { Tenant } from '@sinau/kernel';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUnit } from '../organisation/create-unit.ts';
import { identityWorld } from '../testing/identity-world.ts';
import { noted, onDay } from './career.ts';
import { changeMyProfile } from './change-my-profile.ts';
import { type ChangePersonRequest, changePerson } from './change-person.ts';
import type { Person } from './person.ts';
import { principalOf } from './person.ts';
import { serviceOf, serviceOn } from './service.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
let world: World;
let person: Person;
const day = 24 * 3_600_000;

beforeEach(async () => {
  world = await identityWorld();
  person = await world.active(world.tenants.agencyA, ['learner']);
});

const change = (request: ChangePersonRequest) =>
  changePerson(world, { principal: world.operator, personId: person.personId, request });

describe('a career', () => {
  it('tells grade, legal standing and education of any day, and keeps a grade to its status', async () => {
    await change({ employment: { status: 'CPNS', from: '2025-03-01' } });
    await change({
      ...{ grade: { grade: 'III/a', from: '2025-03-01' }, education: { level: 's1', from: '2024-07-01' } },
      legalStanding: { standing: 'active', from: '2025-03-01' },
    });
    await change({ legalStanding: { standing: 'study', from: '2026-01-01' } });
    const now = await world.stored(person.personId);
    expect(serviceOf(now, '2024-12-31')).toEqual({ timeZone: 'Asia/Jakarta', education: 's1' });
    expect(serviceOf(now, '2025-12-31')).toMatchObject({ grade: 'III/a', legalStanding: 'active' });
    expect(serviceOf(now, '2026-01-01')).toMatchObject({ grade: 'III/a', legalStanding: 'study' });
    for (const [request, path] of [
      [{ grade: { grade: 'IX' } }, '/grade/grade'],
      [{ grade: { grade: 'III/b', from: '2099-01-01' } }, '/grade/from'],
    ] as const) {
      await expect(change(request)).rejects.toMatchObject({ issues: [{ path }] });
    }
  });

  it('tells a grade with the status under which it was entered, and no more after another', async () => {
    await change({
      employment: { status: 'PPPK', from: '2021-01-01' },
      grade: { grade: 'IX', from: '2021-01-01' },
    });
    await change({ employment: { status: 'CPNS', from: '2024-01-01' } });
    const on = async (day: string) => serviceOf(await world.stored(person.personId), day).grade;
    expect([await on('2023-12-31'), await on('2024-01-01')]).toEqual(['IX', undefined]);
    await change({ grade: { grade: 'III/a', from: '2024-01-01' } });
    // From CPNS to PNS it goes along.
    await change({ employment: { status: 'PNS', from: '2025-01-01' } });
    expect([await on('2024-06-01'), await on('2025-06-01')]).toEqual(['III/a', 'III/a']);
    // Back again: the grade from the first time is not theirs any more, until it is said anew.
    await change({ employment: { status: 'PPPK', from: '2026-02-01' } });
    expect(await on('2026-02-01')).toBeUndefined();
    await change({ grade: { grade: 'IX', from: '2026-02-01' } });
    expect([await on('2023-12-31'), await on('2026-02-01')]).toEqual(['IX', 'IX']);
    // A grade of the time before has to be one of the status of its day.
    const wrong = { grade: { grade: 'III/b', from: '2026-02-02' } } as const;
    await expect(change(wrong)).rejects.toMatchObject({ issues: [{ path: '/grade/grade' }] });
  });

  it('tells status, post, place and zone of any day', async () => {
    const { agencyId } = world.tenants.agencyA as Extract<Tenant, { kind: 'agency' }>;
    const request = { agencyId, name: 'Biro Umum' };
    const { unitId } = await createUnit(world, { principal: world.operator, request });
    await change({ employment: { status: 'CPNS', from: '2025-03-01' } });
    world.clock.advance(30 * day);
    await change({
      ...{ unitId, timeZone: 'Asia/Jayapura', since: '2026-03-20' },
      employment: { status: 'PNS', from: '2026-03-01' },
      post: { title: 'Analis SDM', family: 'fungsional-keahlian', level: 'ahli-muda', from: '2026-03-15' },
    });
    const now = await world.stored(person.personId);
    const on = (date: string) => {
      const { employment, post, station, timeZone } = serviceOf(now, date);
      return [employment?.status, post?.level, station?.unitId === unitId, timeZone];
    };
    expect(on('2025-02-28')).toEqual([undefined, undefined, false, 'Asia/Jakarta']);
    expect(on('2026-02-28')).toEqual(['CPNS', undefined, false, 'Asia/Jakarta']);
    expect(on('2026-03-15')).toEqual(['PNS', 'ahli-muda', false, 'Asia/Jakarta']);
    expect(on('2026-03-20')).toEqual(['PNS', 'ahli-muda', true, 'Asia/Jayapura']);
    expect(await serviceOn(world, { personId: person.personId, day: '2026-03-20' })).toEqual(
      serviceOf(now, '2026-03-20'),
    );
    expect(await serviceOn(world, { personId: 'x' as never, day: '2026-03-20' })).toBeUndefined();
  });

  it('keeps the contract of a PPPK, and says what contradicts', async () => {
    const contract = { from: '2025-04-01', to: '2030-03-31' };
    const number = { kind: 'NI_PPPK', value: '199208112022212999' } as const;
    const after = await change({ employment: { status: 'PPPK', contract }, employeeNumber: number });
    expect(after.career?.employment).toEqual([{ from: '2025-04-01', status: 'PPPK', contract }]);
    const refused = async (request: ChangePersonRequest) =>
      change(request).then(
        () => 'taken',
        (error) => error.issues[0].path,
      );
    expect([
      await refused({ employment: { status: 'PNS' } }),
      await refused({ employment: { status: 'PNS', contract } }),
      await refused({ employment: { status: 'PPPK', contract: { from: '2026-01-02', to: '2026-01-01' } } }),
      await refused({ employment: { status: 'PPPK', from: '2026-03-03' } }),
      await refused({ post: { title: 'Camat', family: 'administrator', level: 'pemula' } }),
      await refused({ employeeNumber: { kind: 'NIP', value: '1.99005E+17' } }),
      await refused({ unitId: null, timeZone: 'Asia/Makassar', since: '2026-03-03' }),
    ]).toEqual([
      ...['/employment/status', '/employment/contract', '/employment/contract', '/employment/from'],
      ...['/post/level', '/employeeNumber/value', '/since'],
    ]);
  });

  it('keeps an earlier number as an alias that nobody else gets', async () => {
    await change({ employeeNumber: { kind: 'NI_PPPK', value: '199208112022212999' } });
    world.clock.advance(day);
    const after = await change({
      employment: { status: 'CPNS' },
      employeeNumber: { kind: 'NIP', value: '199208112026032999' },
    });
    expect(after.employeeNumbers.map(({ value, validTo }) => [value, validTo !== undefined])).toEqual([
      ['199208112022212999', true],
      ['199208112026032999', false],
    ]);
    const other = world.invite(world.tenants.agencyB, ['learner'], {
      employeeNumber: { kind: 'NI_PPPK', value: '199208112022212999' },
    });
    await expect(other).rejects.toMatchObject({ code: 'identity.number-taken' });
  });

  it('notes a zone that people choose themselves, and writes nothing where nothing changes', async () => {
    world.clock.advance(5 * day);
    const principal = principalOf(person);
    const after = await changeMyProfile(world, { principal, request: { timeZone: 'Asia/Makassar' } });
    expect(after.career?.stations.map(({ from, timeZone }) => [from, timeZone])).toEqual([
      ['2026-03-02', undefined],
      ['2026-03-07', 'Asia/Makassar'],
    ]);
    const again = await change({ name: after.name, timeZone: 'Asia/Makassar' });
    expect(again.rev).toBe(after.rev);
  });

  it('is in order, has one entry a day, and answers the last one said for that day', () => {
    const entry = fc.record({
      from: fc.integer({ min: 10, max: 28 }).map((n) => `2026-01-${n}`),
      v: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        let list: readonly { from: string; v: number }[] = [];
        for (const one of entries) {
          const before = list;
          list = noted(list, one);
          expect(onDay(list, one.from)?.v).toBe(one.v);
          for (const day of before.map(({ from }) => from).filter((from) => from < one.from)) {
            expect(onDay(list, day)?.v).toBe(onDay(before, day)?.v);
          }
        }
        const days = list.map(({ from }) => from);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
});

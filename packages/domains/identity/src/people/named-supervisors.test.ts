import type { AgencyId, PersonId, PersonPrincipal, Tenant } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  assignRoles,
  changePerson,
  disablePerson,
  giveSupervisorRole,
  IdentityNotFound,
  NotAllowed,
  namedSupervisors,
} from '../index.ts';
import { intakePerson } from '../intake/index.ts';
import { identityWorld } from '../testing/identity-world.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let admin: PersonPrincipal;
let home: Tenant;
let agencyId: AgencyId;

beforeEach(async () => {
  world = await identityWorld();
  home = world.tenants.agencyA;
  if (home.kind !== 'agency') throw new Error('not an agency');
  agencyId = home.agencyId;
  admin = await world.principal(home, 'agency-admin');
});

const led = async (supervisorId: PersonId, over: { home?: Tenant } = {}) =>
  (await world.invite(over.home ?? home, ['learner'], { supervisorId })).personId;
const named = async (principal = admin) => namedSupervisors(world, { principal, agencyId });
const give = (personIds: readonly PersonId[], principal = admin) =>
  giveSupervisorRole(world, { principal, agencyId, personIds });

describe('whoever is named as a supervisor', () => {
  it('by a list of the agency is told to its administrators until they hold the role, and can be given it', async () => {
    const row = (number: string, supervisor?: string) => ({
      ...{
        number,
        name: `Pegawai ${number.slice(-3)}`,
        email: `p${number.slice(-3)}@contoh.example`,
        status: 'PNS' as const,
      },
      ...(supervisor !== undefined && { supervisor }),
    });
    const boss = '198110052006042999';
    const how = { agencyId, by: admin.personId, isTrial: false, isExpected: () => false };
    for (const one of [row(boss), row('199001012015031001', boss), row('199001012015031002', boss)])
      expect(await intakePerson(world, { ...how, row: one })).toMatchObject({ outcome: 'created' });
    const before = await named();
    expect(before).toMatchObject({
      ...{ count: 1, isComplete: true },
      people: [{ name: 'Pegawai 999', team: 2, mayGive: true, roles: ['learner'] }],
    });
    const [person] = before.people;
    if (!person) throw new Error('nobody');
    expect(JSON.stringify(before)).not.toContain(boss);
    await give([person.personId, person.personId]);
    expect((await world.stored(person.personId)).roles).toEqual(['learner', 'supervisor']);
    expect(await named()).toEqual({ people: [], count: 0, isComplete: true });
    const { rev } = await world.stored(person.personId);
    await give([person.personId]);
    expect((await world.stored(person.personId)).rev).toBe(rev);
    const request = { roles: ['learner' as const] };
    await assignRoles(world, { principal: admin, personId: person.personId, request });
    expect((await named()).count).toBe(1);
  });

  it('keeps the roles they hold, and comes by the size of their team', async () => {
    const few = await world.active(home, ['learner', 'talent-officer']);
    const many = await world.active(home, ['learner']);
    for (const { personId } of [few, many, many]) await led(personId);
    expect((await named()).people.map(({ personId, team }) => [personId, team])).toEqual([
      [many.personId, 2],
      [few.personId, 1],
    ]);
    await give([few.personId]);
    expect((await world.stored(few.personId)).roles).toEqual(['learner', 'supervisor', 'talent-officer']);
    expect((await named()).people.map(({ personId }) => personId)).toEqual([many.personId]);
  });

  it('is nobody whose account is closed, or whom only closed accounts name, and nobody of elsewhere', async () => {
    const [closed, alone, boss] = [
      await world.active(home, ['learner']),
      await world.active(home, ['learner']),
      await world.active(home, ['supervisor']),
    ];
    await led(closed.personId);
    const gone = await led(alone.personId);
    await led(boss.personId);
    for (const personId of [closed.personId, gone])
      await disablePerson(world, { principal: admin, personId });
    expect(await named()).toEqual({ people: [], count: 0, isComplete: true });
    const foreign = await world.active(world.tenants.agencyB, ['learner']);
    await led(foreign.personId, { home: world.tenants.agencyB });
    expect((await named()).count).toBe(0);
    await give([closed.personId]);
    expect((await world.stored(closed.personId)).roles).toEqual(['learner']);
  });

  it('C2: is given the role by administrators of their agency alone, never by themselves, and all or none are looked at', async () => {
    const ours = await world.active(home, ['learner']);
    const theirs = await world.active(world.tenants.agencyB, ['learner']);
    const staff = await world.active(home, ['learner', 'operator']);
    for (const { personId } of [ours, staff]) await led(personId);
    await changePerson(world, {
      principal: admin,
      personId: ours.personId,
      request: { supervisorId: admin.personId },
    });
    const mayGive = new Map((await named()).people.map((one) => [one.personId, one.mayGive]));
    expect(mayGive).toEqual(
      new Map([
        [ours.personId, true],
        [staff.personId, false],
        [admin.personId, false],
      ]),
    );
    for (const other of [theirs.personId, staff.personId, 'nobody' as PersonId])
      await expect(give([ours.personId, other])).rejects.toThrow(IdentityNotFound);
    await expect(give([ours.personId, admin.personId])).rejects.toThrow(NotAllowed);
    const strangers = [
      await world.principal(world.tenants.agencyB, 'agency-admin'),
      await world.principal(home, 'supervisor'),
      await world.principal(home, 'learner'),
    ];
    for (const principal of strangers) {
      await expect(give([ours.personId], principal)).rejects.toThrow(IdentityNotFound);
      await expect(named(principal)).rejects.toThrow(IdentityNotFound);
    }
    expect((await world.stored(ours.personId)).roles).toEqual(['learner']);
  });

  it('is shown a hundred at a time, and counted whole', async () => {
    for (let n = 0; n < 102; n += 1) await led((await world.active(home, ['learner'])).personId);
    const first = await named();
    expect([first.people.length, first.count]).toEqual([100, 102]);
    await give(first.people.map(({ personId }) => personId));
    const rest = await named();
    expect([rest.people.length, rest.count]).toEqual([2, 2]);
  });
});

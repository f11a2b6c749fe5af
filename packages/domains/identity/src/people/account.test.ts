import type { PersonPrincipal } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { intakePerson } from '../intake/index.ts';
import { openSession } from '../session/open-session.ts';
import { readSession } from '../session/read-session.ts';
import { signInPerson } from '../sign-in/sign-in-person.ts';
import { claimsFor, identityWorld } from '../testing/identity-world.ts';
import { changePerson } from './change-person.ts';
import { closeLeavers } from './close-leavers.ts';
import { disablePerson, enablePerson } from './disable-person.ts';
import type { Person } from './person.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let sri: Person;
let admin: PersonPrincipal;
const number = '199005172015031999';

beforeEach(async () => {
  world = await identityWorld();
  sri = await world.active(world.tenants.agencyA, ['learner', 'supervisor']);
  admin = await world.principal(world.tenants.agencyA, 'agency-admin');
});

const stored = () => world.stored(sri.personId);
const at = (moment: string) => world.clock.advance(Date.parse(moment) - world.clock.now().getTime());
const standing = (standing: 'retired' | 'active' | 'died', from?: string) =>
  changePerson(world, {
    ...{ principal: admin, personId: sri.personId },
    request: { legalStanding: { standing, ...(from && { from }) } },
  });
const disable = (principal: PersonPrincipal) => disablePerson(world, { principal, personId: sri.personId });
const enable = (principal: PersonPrincipal) => enablePerson(world, { principal, personId: sri.personId });
const agencyId = () =>
  world.tenants.agencyA.kind === 'agency' ? world.tenants.agencyA.agencyId : ('' as never);

describe('a legal standing that says left service', () => {
  async function signedIn() {
    const { token } = await openSession(world, { person: sri });
    return async () => (await readSession(world, token)) !== undefined;
  }

  it('E13: closes the account at once, with sessions and roles, and says so', async () => {
    const isIn = await signedIn();
    expect(await isIn()).toBe(true);
    await standing('died');
    expect(await isIn()).toBe(false);
    expect(await stored()).toMatchObject({
      ...{ status: 'disabled', roles: ['learner'] },
      accountChanges: [{ act: 'closed', because: 'legal-standing' }],
    });
    await expect(signInPerson(world, claimsFor(sri.email))).rejects.toThrow('no active account');
  });

  it('E13: does so on the day it applies from, where the person works, whether or not anybody has looked', async () => {
    const isIn = await signedIn();
    at('2026-03-10T16:45:00.000Z');
    const fresh = await openSession(world, { person: await stored() });
    const isStillIn = async () => (await readSession(world, fresh.token)) !== undefined;
    await standing('retired', '2026-03-11');
    at('2026-03-10T16:59:59.000Z');
    expect([await isStillIn(), await closeLeavers(world, { limit: 10 })]).toEqual([true, 0]);
    at('2026-03-10T17:00:00.000Z');
    expect([await isStillIn(), await isIn()]).toEqual([false, false]);
    await expect(signInPerson(world, claimsFor(sri.email))).rejects.toThrow('no active account');
    expect((await stored()).status).toBe('active');
    expect(await closeLeavers(world, { limit: 10 })).toBe(1);
    expect(await stored()).toMatchObject({ status: 'disabled', roles: ['learner'] });
    expect(await closeLeavers(world, { limit: 10 })).toBe(0);
  });

  it('is opened by nobody while it stands, and by an administrator once it is corrected', async () => {
    await standing('retired');
    for (const who of [admin, world.operator]) await expect(enable(who)).rejects.toThrow('legal standing');
    await standing('active');
    expect((await stored()).status).toBe('disabled');
    await enable(admin);
    expect(await stored()).toMatchObject({
      ...{ status: 'active', roles: ['learner'] },
      accountChanges: [{ act: 'closed' }, { act: 'opened', because: 'administrator', by: admin.personId }],
    });
  });

  it('a day to come can be taken back before it has come', async () => {
    await standing('retired', '2026-09-01');
    await standing('active', '2026-09-01');
    at('2026-09-02T01:00:00.000Z');
    expect(await closeLeavers(world, { limit: 10 })).toBe(0);
    expect((await stored()).status).toBe('active');
  });

  it('lets nobody close themselves, and leaves operators to operators', async () => {
    const own = changePerson(world, {
      ...{ principal: admin, personId: admin.personId },
      request: { legalStanding: { standing: 'retired' } },
    });
    await expect(own).rejects.toThrow('Nobody closes their own account.');
    const officer = await world.active(world.tenants.agencyA, ['operator', 'learner']);
    await changePerson(world, {
      ...{ principal: world.operator, personId: officer.personId },
      request: { legalStanding: { standing: 'retired' } },
    });
    expect((await world.stored(officer.personId)).status).toBe('active');
  });

  it('makes nobody new an open account', async () => {
    const request = { legalStanding: { standing: 'retired' as const } };
    expect(await world.invite(world.tenants.agencyA, ['learner'], request)).toMatchObject({
      status: 'disabled',
    });
  });
});

describe('who opens what', () => {
  const row = { number, name: 'Sri Contoh', status: 'PNS' as const };
  const list = (isActive: boolean, by?: PersonPrincipal) =>
    intakePerson(world, {
      ...{ agencyId: agencyId(), isTrial: false, isExpected: () => false, row: { ...row, isActive } },
      ...(by && { by: by.personId }),
    });

  beforeEach(async () => {
    await changePerson(world, {
      ...{ principal: admin, personId: sri.personId },
      request: {
        name: row.name,
        employment: { status: 'PNS' },
        employeeNumber: { kind: 'NIP', value: number },
      },
    });
  });

  it('an operator alone what an operator has closed', async () => {
    await disable(world.operator);
    await expect(enable(admin)).rejects.toThrow('An operator of the platform');
    expect(await list(true, admin)).toEqual({ outcome: 'refused', problem: 'closed-otherwise' });
    expect((await enable(world.operator)).status).toBe('active');
  });

  it('an administrator, by hand or by a list, what an administrator has closed, and no list of a machine', async () => {
    await disable(admin);
    expect(await list(true)).toEqual({ outcome: 'refused', problem: 'closed-otherwise' });
    expect(await list(true, admin)).toMatchObject({ outcome: 'changed' });
    expect((await stored()).status).toBe('active');
  });

  it('whoever closed it last with the most weight, also where it was closed before', async () => {
    expect(await list(false)).toMatchObject({ outcome: 'changed' });
    await disable(world.operator);
    expect(await list(true)).toMatchObject({ problem: 'closed-otherwise' });
    expect((await stored()).accountChanges).toMatchObject([{ because: 'list' }, { because: 'operator' }]);
    expect((await stored()).sessionGeneration).toBe(2);
  });

  it('an administrator what was closed before anybody noted by whom', async () => {
    await world.people.replace(await stored(), {
      ...(await stored()),
      ...{ status: 'disabled', disabledAt: '2026-03-01T01:00:00.000Z' },
    });
    expect(await list(true)).toMatchObject({ problem: 'closed-otherwise' });
    expect((await enable(admin)).status).toBe('active');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import {
  assignRoles,
  closeAllSessions,
  closeSession,
  disablePerson,
  enablePerson,
  openSession,
  type Person,
  principalOf,
  readSession,
} from '../index.ts';
import { identityWorld } from '../testing/identity-world.ts';

const hourMs = 3_600_000;
let world: Awaited<ReturnType<typeof identityWorld>>;
let person: Person;
let token: string;

beforeEach(async () => {
  world = await identityWorld();
  person = await world.active(world.tenants.agencyA, ['learner']);
  token = (await openSession(world, { person })).token;
});

describe('a session', () => {
  it('stands for its person, and no other token does', async () => {
    expect((await readSession(world, token))?.principal).toEqual(principalOf(person));
    expect(await readSession(world, `${token}x`)).toBeUndefined();
    expect(await readSession(world, '')).toBeUndefined();
  });

  it('is not kept in a form that could be used', async () => {
    expect(await world.sessions.find(token)).toBeUndefined();
    expect(await world.sessions.find(world.digest.sha256(token))).toBeDefined();
  });

  it('ends after four idle hours, and lives on while it is used', async () => {
    for (let hours = 0; hours < 9; hours += 3) {
      world.clock.advance(3 * hourMs);
      expect(await readSession(world, token)).toBeDefined();
    }
    const idle = (await openSession(world, { person })).token;
    world.clock.advance(4 * hourMs);
    expect(await readSession(world, idle)).toBeUndefined();
  });

  it('ends after twelve hours however busy it is', async () => {
    for (let hours = 1; hours < 12; hours += 1) {
      world.clock.advance(hourMs);
      expect(await readSession(world, token)).toBeDefined();
    }
    world.clock.advance(hourMs);
    expect(await readSession(world, token)).toBeUndefined();
  });

  it('E14: is dead after signing out', async () => {
    await closeSession(world, token);
    expect(await readSession(world, token)).toBeUndefined();
  });

  it('E14: signing out everywhere ends the whole family and leaves new sessions alone', async () => {
    const other = (await openSession(world, { person })).token;
    await closeAllSessions(world, { principal: principalOf(person) });
    expect(await readSession(world, token)).toBeUndefined();
    expect(await readSession(world, other)).toBeUndefined();
    const fresh = await openSession(world, { person: await world.stored(person.personId) });
    expect(await readSession(world, fresh.token)).toBeDefined();
  });

  it('E13: is dead with the next request once its person is disabled, and stays so when enabled again', async () => {
    const { personId } = person;
    await disablePerson(world, { principal: world.operator, personId });
    expect(await readSession(world, token)).toBeUndefined();
    await enablePerson(world, { principal: world.operator, personId });
    expect(await readSession(world, token)).toBeUndefined();
  });

  it('C11: carries a role taken away or given from the next request on', async () => {
    const request = { roles: ['supervisor' as const] };
    await assignRoles(world, { principal: world.operator, personId: person.personId, request });
    expect((await readSession(world, token))?.principal.roles).toEqual(['supervisor']);
  });
});
